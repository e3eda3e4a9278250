import Cryptography
package import SQL
import Synchronization

/// Tells who somebody is from a name and a password.
package final class AuthenticationService: Sendable {
    /// Why a sign-in was refused.
    package enum Refusal: Error, Equatable {
        /// The name or the password is wrong; which of them isn't told.
        case wrongCredentials
        /// Too many failures: nothing is looked at before so many seconds have passed.
        case slowedDown(seconds: Int)
        /// Too many sign-ins wait.
        case busy
    }

    private struct Remembered {
        var userID: Int64
        var passwordVersion: Int64
        /// Whether it was the command-line secret and not the password.
        var isSecret: Bool
        var expires: ContinuousClock.Instant
    }

    private static let rememberedFor = Duration.seconds(60)
    private static let capacity = 4096
    private let database: any Database
    private let hashing: PasswordHashing
    private let accounts: AccountDirectory
    private let keys: SharedKeys
    private let cacheKey: KeyedHash
    /// A hash that no password matches, so that an unknown name takes as long as a wrong password.
    private let decoy: String
    private let remembered = Mutex<[[UInt8]: Remembered]>([:])
    private let throttle = Mutex(SignInThrottle())
    private let start = ContinuousClock.now

    /// Makes the service; throws if the system gives no random numbers.
    package init(database: any Database, hashing: PasswordHashing, accounts: AccountDirectory) throws {
        self.database = database
        self.hashing = hashing
        self.accounts = accounts
        keys = SharedKeys(database: database)
        cacheKey = KeyedHash(key: try SecureRandom.bytes(32))
        decoy = try Self.makeDecoy()
    }

    /// A stored hash in the PHC form at the standard cost whose salt and hash are random.
    ///
    /// Hexadecimal digits are base64 letters, and a final `A` leaves no bits over.
    private static func makeDecoy() throws -> String {
        let salt = try SecureRandom.hex(byteCount: 11).dropLast() + "A"
        let hash = try SecureRandom.hex(byteCount: 21) + "A"
        return "$scrypt$ln=15,r=8,p=1$\(salt)$\(hash)"
    }

    /// Recognises a user; `address` is where the attempt comes from. Throws `Refusal`, `DatabaseError`.
    ///
    /// With `acceptsSecrets` the user's command-line secret is as good as the password.
    package func authenticate(
        username: String, password: String, address: String, acceptsSecrets: Bool = true
    ) async throws -> User {
        // scrypt can't tell a password from the same with NULs behind it, and neither names nor passwords have any.
        guard username.utf8.count <= 255, !username.utf8.contains(0), password.utf8.count <= 1024,
            !password.utf8.contains(0)
        else { throw Refusal.wrongCredentials }
        let credential = cacheKey.code(for: Array(username.utf8) + [0] + Array(password.utf8))
        if let user = try await recall(credential, acceptsSecrets: acceptsSecrets) { return user }
        try checkThrottle(username: username, address: address)
        let found = try await database.read { try UserStore.find(named: username, on: $0) }
        let isSecret = acceptsSecrets ? try await isSecret(password, of: found) : false
        let isRight = isSecret ? true : try await isPassword(password, of: found)
        guard let found, isRight else {
            let now = secondsSinceStart
            throttle.withLock { $0.noteFailure(account: username, address: address, now: now) }
            throw Refusal.wrongCredentials
        }
        throttle.withLock { $0.noteSuccess(account: username, address: address) }
        remember(credential, user: found.user, isSecret: isSecret)
        return found.user
    }

    private func isSecret(_ text: String, of found: StoredCredentials?) async throws -> Bool {
        guard let found, let stored = found.secretHash else { return false }
        let hash = CommandLineSecret.hash(text, of: found.user.id, key: try await keys.key(for: .secrets))
        return constantTimeEqual(hash, stored)
    }

    private func isPassword(_ text: String, of found: StoredCredentials?) async throws -> Bool {
        do {
            return try await hashing.verify(text, against: found?.passwordHash ?? decoy)
        } catch is PasswordHashing.Busy { throw Refusal.busy }
    }

    private var secondsSinceStart: Double { start.duration(to: .now) / .seconds(1) }

    /// Throws `Refusal.slowedDown` if too many attempts on the account failed at the address, or on all accounts.
    package func checkThrottle(username: String, address: String) throws {
        let now = secondsSinceStart
        if let delay = throttle.withLock({ $0.delay(account: username, address: address, now: now) }) {
            throw Refusal.slowedDown(seconds: Int(delay.rounded(.up)))
        }
    }

    /// A password checked a moment ago needs no scrypt, as long as it is still the user's.
    private func recall(_ credential: [UInt8], acceptsSecrets: Bool) async throws -> User? {
        guard let entry = remembered.withLock({ $0[credential] }), entry.expires > .now,
            acceptsSecrets || !entry.isSecret
        else { return nil }
        guard let user = try await accounts.user(id: entry.userID), user.passwordVersion == entry.passwordVersion
        else { return nil }
        return user
    }

    private func remember(_ credential: [UInt8], user: User, isSecret: Bool) {
        let entry = Remembered(
            userID: user.id, passwordVersion: user.passwordVersion, isSecret: isSecret,
            expires: .now + Self.rememberedFor)
        remembered.withLock { remembered in
            if remembered.count >= Self.capacity {
                remembered = remembered.filter { $0.value.expires > .now }
                if remembered.count >= Self.capacity { remembered.removeAll(keepingCapacity: true) }
            }
            remembered[credential] = entry
        }
    }
}
