import Cryptography
import JWTKit
package import SQL
import Synchronization
package import Time

/// Signs and checks tokens with the keys in the database.
///
/// What is remembered of a token is only that its signature holds; times and rights are looked at on every use.
package final class TokenAuthority: Sendable {
    /// The public part of a key, as a JSON Web Key (RFC 7517) of the curve P-256 shows it.
    package struct PublicKey: Sendable {
        package let id: String
        /// The coordinates, base64url.
        package let x: String
        package let y: String
    }

    /// Tokens remembered, and their bytes: whoever asks for large ones must not fill the memory.
    private static let capacity = 10_000
    private static let capacityBytes = 8 << 20
    private static let longestToken = 16 << 10
    private let keys: JWTKeyCollection
    private let signingKey: JWKIdentifier
    /// What `/service/token/jwks` publishes.
    package let publicKeys: [PublicKey]
    private let clock: WallClock
    private struct Verified {
        var tokens: [String: RegistryToken] = [:]
        var bytes = 0
    }

    private let verified = Mutex(Verified())

    /// Reads the keys, and makes one if there is none yet.
    package init(database: any Database, clock: WallClock) async throws {
        self.clock = clock
        let fresh = ES256PrivateKey()
        let freshID = try SecureRandom.hex(byteCount: 16)
        let now = clock.now
        let stored = try await database.write { connection in
            if try SigningKeyStore.list(on: connection).isEmpty {
                try SigningKeyStore.insertFirst(
                    id: freshID, privateKey: fresh.pemRepresentation, now: now, on: connection)
            }
            return try SigningKeyStore.list(on: connection)
        }
        keys = JWTKeyCollection()
        var published: [PublicKey] = []
        for (id, pem) in stored {
            let key = try ES256PrivateKey(pem: pem)
            await keys.add(ecdsa: key, kid: JWKIdentifier(string: id))
            if let parameters = key.publicKey.parameters {
                published.append(
                    PublicKey(id: id, x: Self.base64URL(parameters.x), y: Self.base64URL(parameters.y)))
            }
        }
        publicKeys = published
        guard let newest = stored.first else {
            throw DatabaseError(kind: .other, message: "there is no signing key")
        }
        signingKey = JWKIdentifier(string: newest.id)
    }

    /// Signs a token.
    package func sign(_ token: RegistryToken) async throws -> String {
        try await keys.sign(token, kid: signingKey)
    }

    /// Reads a token; nil if its signature, issuer, audience or times don't hold.
    package func verify(_ text: String) async -> RegistryToken? {
        // Hashing hostile Unicode as text takes quadratic time.
        guard text.utf8.count <= Self.longestToken, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        if let known = verified.withLock({ $0.tokens[text] }) {
            return known.isValid(at: clock.now.seconds) ? known : nil
        }
        guard let token = try? await keys.verify(text, as: RegistryToken.self)
        else { return nil }
        let now = clock.now.seconds
        guard token.isValid(at: now) else { return nil }
        verified.withLock { verified in
            if verified.tokens.count >= Self.capacity || verified.bytes >= Self.capacityBytes { verified = Verified() }
            if verified.tokens.updateValue(token, forKey: text) == nil { verified.bytes += text.utf8.count }
        }
        return token
    }

    private static func base64URL(_ base64: String) -> String {
        String(
            base64.compactMap { character -> Character? in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}
