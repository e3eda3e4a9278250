package import SQL
import Time

/// The SQL of user accounts; its functions run inside a unit of work and throw `DatabaseError`.
package enum UserStore {
    package static let migrations = [
        Migration(identifier: "0002-user") { dialect in
            [
                """
                CREATE TABLE user_account (
                    id \(fragment: dialect.identityColumn),
                    username TEXT NOT NULL UNIQUE,
                    email TEXT UNIQUE,
                    real_name TEXT NOT NULL,
                    comment TEXT NOT NULL,
                    password TEXT NOT NULL,
                    password_version BIGINT NOT NULL,
                    is_administrator BOOLEAN NOT NULL,
                    is_deleted BOOLEAN NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)
                """
            ]
        }
    ]

    private static let columns: SQL = """
        id, username, coalesce(email, '') AS email, real_name, comment, password, password_version, is_administrator,
        created_at
        """

    /// Adds a user and returns its number.
    static func insert(
        _ user: NewUser, passwordHash: String, now: Timestamp, on connection: any SQLConnection
    ) throws -> Int64 {
        try connection.query(
            """
            INSERT INTO user_account (username, email, real_name, comment, password, password_version,
                is_administrator, is_deleted, created_at, updated_at)
            VALUES (\(user.username.description), \(user.email), \(user.realName), \(user.comment), \(passwordHash), 1,
                \(user.isAdministrator), \(false), \(now), \(now))
            RETURNING id
            """
        )[0].int64("id")
    }

    /// Finds a user by name together with the password's hash.
    static func find(named name: String, on connection: any SQLConnection) throws -> (user: User, hash: String)? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_account WHERE username = \(name) AND NOT is_deleted"
        ).first.map { (try User(row: $0), try $0.text("password")) }
    }

    /// Finds a user by number.
    static func find(id: Int64, on connection: any SQLConnection) throws -> User? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_account WHERE id = \(id) AND NOT is_deleted"
        ).first.map { try User(row: $0) }
    }

    /// Lists all users in the order of their numbers.
    static func list(on connection: any SQLConnection) throws -> [User] {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_account WHERE NOT is_deleted ORDER BY id"
        ).map { try User(row: $0) }
    }

    /// Tells whether there is any user at all.
    static func isEmpty(on connection: any SQLConnection) throws -> Bool {
        try connection.query("SELECT id FROM user_account LIMIT 1").isEmpty
    }

    /// The number of the first user ever made, which need not be 1: numbers of failed attempts are not given again.
    static func firstID(on connection: any SQLConnection) throws -> Int64? {
        try connection.query("SELECT min(id) AS id FROM user_account")[0].optionalInt64("id")
    }

    /// Sets another password.
    static func updatePassword(id: Int64, hash: String, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE user_account SET password = \(hash), password_version = password_version + 1, updated_at = \(now)
            WHERE id = \(id)
            """)
    }

    /// Marks a user as deleted; the row stays for what refers to it, under a name that nobody can take.
    static func markDeleted(id: Int64, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE user_account SET is_deleted = \(true), username = username || '#' || id, email = NULL,
                password = '', password_version = password_version + 1, updated_at = \(now)
            WHERE id = \(id)
            """)
    }
}
