import Listing
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
        },
        Migration(identifier: "0012-user-details") { dialect in
            [
                "ALTER TABLE user_account ADD COLUMN session_version BIGINT NOT NULL DEFAULT 1",
                "ALTER TABLE user_account ADD COLUMN cli_secret \(fragment: dialect.blobType)",
            ]
        },
    ]

    private static let columns: SQL = """
        id, username, coalesce(email, '') AS email, real_name, comment, password, password_version, is_administrator,
        session_version, cli_secret, cli_secret IS NOT NULL AS has_secret, created_at, updated_at
        """
    private static let listColumns = ListColumns([
        "user_id": .integer("id"), "username": .text("username"), "email": .text("email"),
        "realname": .text("real_name"), "comment": .text("comment"), "sysadmin_flag": .boolean("is_administrator"),
        "creation_time": .time("created_at"), "update_time": .time("updated_at"),
    ])

    /// Adds a user and returns its number.
    static func insert(
        _ user: NewUser, passwordHash: String, now: Timestamp, on connection: any SQLConnection
    ) throws -> Int64 {
        try connection.query(
            """
            INSERT INTO user_account (username, email, real_name, comment, password, password_version,
                is_administrator, is_deleted, created_at, updated_at)
            VALUES (\(user.username.description), \(user.profile.email), \(user.profile.realName),
                \(user.profile.comment), \(passwordHash), 1,
                \(user.isAdministrator), \(false), \(now), \(now))
            RETURNING id
            """
        )[0].int64("id")
    }

    /// Finds a user by name together with the hashes of the password and of the command-line secret.
    static func find(named name: String, on connection: any SQLConnection) throws -> StoredCredentials? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_account WHERE username = \(name) AND NOT is_deleted"
        ).first.map { try StoredCredentials(row: $0) }
    }

    /// Finds a user by e-mail address.
    static func find(email: String, on connection: any SQLConnection) throws -> User? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_account WHERE email = \(email) AND NOT is_deleted"
        ).first.map { try User(row: $0) }
    }

    /// Finds a user by number together with the hashes.
    static func credentials(id: Int64, on connection: any SQLConnection) throws -> StoredCredentials? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_account WHERE id = \(id) AND NOT is_deleted"
        ).first.map { try StoredCredentials(row: $0) }
    }

    /// Finds a user by number and locks its row until the transaction ends.
    static func locked(id: Int64, on connection: any SQLConnection) throws -> User? {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM user_account WHERE id = \(id) AND NOT is_deleted\
            \(fragment: connection.dialect.forUpdate)
            """
        ).first.map { try User(row: $0) }
    }

    /// Whether there is a user with this number; `lock` keeps the row as it is until the transaction ends.
    static func isThere(id: Int64, lock: SQL, on connection: any SQLConnection) throws -> Bool {
        try !connection.query(
            "SELECT id FROM user_account WHERE id = \(id) AND NOT is_deleted\(fragment: lock)"
        ).isEmpty
    }

    /// Finds a user by number.
    static func find(id: Int64, on connection: any SQLConnection) throws -> User? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_account WHERE id = \(id) AND NOT is_deleted"
        ).first.map { try User(row: $0) }
    }

    /// Lists users that satisfy a request; without an order asked for, by number.
    static func list(
        _ request: ListRequest, nameContains: String? = nil, on connection: any SQLConnection
    ) throws -> Listed<User> {
        var conditions = try listColumns.conditions(for: request.filters, dialect: connection.dialect)
        conditions.append("NOT is_deleted")
        if let nameContains { conditions.append(.contains("username", nameContains, dialect: connection.dialect)) }
        let filter = SQL.filter(by: conditions)
        let total = try connection.query("SELECT count(*) AS total FROM user_account\(fragment: filter)")[0]
            .int64("total")
        let order = listColumns.order(by: request.sort, default: "id", tieBreak: "id")
        let rows = try connection.query(
            """
            SELECT \(fragment: columns) FROM user_account\(fragment: filter)\(fragment: order)
            LIMIT \(request.page.limit) OFFSET \(request.page.offset)
            """)
        return Listed(elements: try rows.map { try User(row: $0) }, total: total)
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

    /// Sets another password, which ends the command-line secret too, unless the credentials have changed since
    /// `version`; tells whether it did.
    static func updatePassword(
        id: Int64, hash: String, version: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE user_account SET password = \(hash), password_version = password_version + 1,
                session_version = session_version + 1, cli_secret = NULL, updated_at = \(now)
            WHERE id = \(id) AND password_version = \(version)
            """) > 0
    }

    /// Sets or removes the command-line secret, and tells whether there is such a user.
    static func updateSecret(
        id: Int64, hash: [UInt8]?, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE user_account SET cli_secret = \(hash), password_version = password_version + 1,
                updated_at = \(now)
            WHERE id = \(id) AND NOT is_deleted
            """) > 0
    }

    /// Changes what a user tells of itself; a taken e-mail address is a unique violation.
    static func updateProfile(
        id: Int64, _ profile: UserProfile, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE user_account SET email = \(profile.email), real_name = \(profile.realName),
                comment = \(profile.comment), updated_at = \(now)
            WHERE id = \(id)
            """)
    }

    /// Makes a user an administrator or an ordinary user.
    static func updateAdministrator(
        id: Int64, isAdministrator: Bool, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE user_account SET is_administrator = \(isAdministrator), updated_at = \(now) WHERE id = \(id)")
    }

    /// Marks a user as deleted; the row stays for what refers to it, under a name that nobody can take.
    static func markDeleted(id: Int64, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE user_account SET is_deleted = \(true), username = username || '#' || id, email = NULL,
                password = '', cli_secret = NULL, password_version = password_version + 1,
                session_version = session_version + 1, updated_at = \(now)
            WHERE id = \(id)
            """)
    }
}

/// A user with what its sign-ins are compared with; it has no description, so that no log gets it.
struct StoredCredentials: Sendable {
    let user: User
    let passwordHash: String
    let secretHash: [UInt8]?

    init(row: Row) throws {
        user = try User(row: row)
        passwordHash = try row.text("password")
        secretHash = try row.optionalBytes("cli_secret")
    }
}
