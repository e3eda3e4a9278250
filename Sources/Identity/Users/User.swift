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
    /// Counts the changes of the password and of the command-line secret: tokens that were got with older ones, and
    /// what was remembered of them, no longer hold.
    package let passwordVersion: Int64
    /// Counts the changes of the password alone: sessions begun with an older one are over.
    package let sessionVersion: Int64
    /// Whether a secret of the user's counts as a password for programs.
    package let hasCommandLineSecret: Bool
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    init(row: Row) throws {
        id = try row.int64("id")
        username = try row.text("username")
        email = try row.text("email")
        realName = try row.text("real_name")
        comment = try row.text("comment")
        isAdministrator = try row.bool("is_administrator")
        passwordVersion = try row.int64("password_version")
        sessionVersion = try row.int64("session_version")
        hasCommandLineSecret = try row.bool("has_secret")
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
        updatedAt = Timestamp(microseconds: try row.int64("updated_at"))
    }
}
