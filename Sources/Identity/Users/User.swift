import SQL
package import Time

/// A person or program with an account of its own.
package struct User: Hashable, Sendable {
    package let id: Int64
    package let username: String
    package let email: String
    package let realName: String
    package let comment: String
    /// Whether the user may do everything everywhere.
    package let isAdministrator: Bool
    /// Counts the password's changes: what was remembered of an older password no longer holds.
    package let passwordVersion: Int64
    package let createdAt: Timestamp

    init(row: Row) throws {
        id = try row.int64("id")
        username = try row.text("username")
        email = try row.text("email")
        realName = try row.text("real_name")
        comment = try row.text("comment")
        isAdministrator = try row.bool("is_administrator")
        passwordVersion = try row.int64("password_version")
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
    }
}

/// A user that is about to be made; its parts are checked when it is.
package struct NewUser: Sendable {
    package let username: Username
    package let password: Password
    package let email: String
    package let realName: String
    package let comment: String
    package let isAdministrator: Bool

    /// Checks the parts against Harbor's rules; throws `AccountError`.
    package init(
        username: String, password: String, email: String, realName: String = "", comment: String = "",
        isAdministrator: Bool = false
    ) throws(AccountError) {
        self.username = try Username(username)
        self.password = try Password(password)
        guard Self.isEmail(email) else { throw .invalidEmail }
        let forbidden = Array(",\"~#%$".utf8)
        guard realName.count <= 255, realName.utf8.allSatisfy({ $0 >= 0x20 && !forbidden.contains($0) }) else {
            throw .invalidRealName
        }
        guard comment.count <= 30, comment.utf8.allSatisfy({ $0 >= 0x20 }) else { throw .invalidComment }
        self.email = email
        self.realName = realName
        self.comment = comment
        self.isAdministrator = isAdministrator
    }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
    }
}
