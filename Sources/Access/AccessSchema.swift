package import SQL

/// The tables of this room.
package enum AccessSchema {
    /// All of the room's migrations but those of the signing keys.
    package static let migrations = MemberStore.migrations + RoleStore.migrations + RobotStore.migrations
}
