package import SQL

extension MemberStore {
    /// Deletes all memberships of a group that goes away.
    package static func deleteAll(groupID: Int64, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM project_member WHERE group_id = \(groupID)")
    }
}
