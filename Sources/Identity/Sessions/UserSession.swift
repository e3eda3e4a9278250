import Cryptography
import SQL
package import Time

/// What a browser shows to be recognised: 32 random bytes as 43 letters. It is stored nowhere but in the browser.
package struct SessionToken: Sendable, Hashable {
    /// The cookie's value.
    package let text: String

    /// Draws a token; throws `CryptographyError`.
    package init() throws {
        text = Base64URL.encode(try SecureRandom.bytes(32))
    }

    /// Reads a cookie's value; nil if it can't be a token.
    package init?(_ text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text)?.count == 32 else { return nil }
        self.text = text
    }

    /// The session's identifier: the token's SHA-256 in hexadecimal. It tells nothing of the token.
    var identifier: String {
        var hash = ContentHash(.sha256)
        hash.update(Array(text.utf8))
        return Hex.encode(hash.finalized())
    }
}

/// A user's stay in the web console, from signing in to signing out.
package struct UserSession: Hashable, Sendable {
    /// The token's hash; its first 16 letters are the number under which the user sees the session.
    package let identifier: String
    package let userID: Int64
    /// The user's `sessionVersion` when the session began: with another one it is over.
    let version: Int64
    package let createdAt: Timestamp
    /// When it was last renewed; up to a minute before the last request.
    package let lastSeenAt: Timestamp
    /// Where the user signed in from.
    package let address: String
    /// What the browser called itself then.
    package let userAgent: String

    /// What the user sees of the identifier.
    package var shortIdentifier: String { String(identifier.prefix(16)) }

    init(row: Row) throws {
        identifier = try row.text("id")
        userID = try row.int64("user_id")
        version = try row.int64("session_version")
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
        lastSeenAt = Timestamp(microseconds: try row.int64("last_seen_at"))
        address = try row.text("address")
        userAgent = try row.text("user_agent")
    }
}
