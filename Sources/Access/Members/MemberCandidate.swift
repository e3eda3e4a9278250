import SQL

/// Who is to become a member of a project, as clients name them.
package enum MemberCandidate: Sendable, Hashable, CustomStringConvertible {
    case user(id: Int64)
    case username(String)
    case group(id: Int64)
    /// A group by its name, and by Harbor's number of its kind if two kinds have the name.
    case groupName(String, type: Int64?)
    /// A group of an LDAP directory, by its distinguished name.
    case ldapGroup(String)

    /// The candidate in messages.
    package var description: String {
        switch self {
        case .user(let id): "user \(id)"
        case .group(let id): "group \(id)"
        case .username(let name), .groupName(let name, _), .ldapGroup(let name): name
        }
    }

    /// Finds the user or the group; throws `MemberError.unknownUser`, `.unknownGroup`.
    func entity(on connection: any SQLConnection) throws -> Member.Entity {
        switch self {
        case .user(let id): .user(try user("id = \(id)", on: connection))
        case .username(let name): .user(try user("username = \(name)", on: connection))
        case .group(let id): .group(try group("id = \(id)", on: connection))
        case .groupName(let name, let type):
            .group(try group(type.map { "name = \(name) AND type = \($0)" } ?? "name = \(name)", on: connection))
        case .ldapGroup(let name):
            .group(try group("lower(ldap_group_dn) = lower(\(name))", on: connection))
        }
    }

    private func user(_ condition: SQL, on connection: any SQLConnection) throws -> Int64 {
        let found = try connection.query(
            """
            SELECT id FROM user_account
            WHERE \(fragment: condition) AND NOT is_deleted\(fragment: connection.dialect.forShare)
            """)
        guard let row = found.first else { throw MemberError.unknownUser(description) }
        return try row.int64("id")
    }

    private func group(_ condition: SQL, on connection: any SQLConnection) throws -> Int64 {
        let found = try connection.query(
            "SELECT id FROM user_group WHERE \(fragment: condition)\(fragment: connection.dialect.forShare)")
        guard let row = found.first else { throw MemberError.unknownGroup(description) }
        return try row.int64("id")
    }
}
