import ManagementAPI

extension ManagementRouteList {
    /// Users, groups and sessions.
    var people: [ManagementRoute] {
        let (users, authentication) = (services.users, services.authentication)
        return UserRoutes(
            users: users, authorization: services.authorization, configuration: services.configuration,
            keys: services.keys
        ).routes
            + UserChangeRoutes(users: users, authentication: authentication, authorization: services.authorization)
            .routes
            + UserGroupRoutes(groups: services.groups).routes
            + UserGroupMemberRoutes(groups: services.groups, users: users).routes
            + SessionRoutes(sessions: services.sessions).routes
            + SignInRoutes(
                sessions: services.sessions, authentication: authentication, users: users,
                configuration: services.configuration
            ).routes
    }
}
