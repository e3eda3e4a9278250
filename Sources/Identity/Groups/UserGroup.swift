import SQL
package import Time

/// Users that get roles together.
package struct UserGroup: Hashable, Sendable {
    package let id: Int64
    package let name: String
    package let kind: UserGroupKind
    /// The entry in the directory, such as `cn=dev,ou=groups,dc=example,dc=com`; nil: the group isn't from LDAP.
    package let directoryName: String?
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    init(row: Row) throws {
        id = try row.int64("id")
        name = try row.text("name")
        let number = try row.int64("type")
        guard let kind = UserGroupKind(rawValue: number) else {
            throw DatabaseError(kind: .decoding, message: "there is no kind \(number) of user groups")
        }
        self.kind = kind
        directoryName = try row.optionalText("ldap_group_dn")
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
        updatedAt = Timestamp(microseconds: try row.int64("updated_at"))
    }
}

/// Where it is decided who belongs to a group; the raw value is the number that the API uses.
///
/// Harbor has the first three. The fourth is Haven's own: its members are kept here.
package enum UserGroupKind: Int64, Sendable, CaseIterable {
    case ldap = 1
    case http = 2
    case oidc = 3
    case local = 4
}

/// A user's place in a local group.
package struct UserGroupMember: Hashable, Sendable {
    package let userID: Int64
    package let username: String
    package let realName: String
    package let joinedAt: Timestamp
}
