package import Identity
import Synchronization
package import Time

/// Tells who sends a request, from a name and a secret or from a token: users and robots.
package final class SignInService: Sendable {
    /// A robot that showed its secret from an address.
    private struct Known: Hashable {
        let robotID: Int64
        let secretVersion: Int64
        let address: String
    }

    /// How many robots are known at their addresses, and for how many seconds.
    private static let capacity = 4096
    private static let knownFor: Int64 = 900
    private let authentication: AuthenticationService
    private let accounts: AccountDirectory
    private let robots: RobotDirectory
    private let uses: RobotUseRecorder
    private let clock: WallClock
    private let known = Mutex<[Known: Int64]>([:])

    package init(
        authentication: AuthenticationService, accounts: AccountDirectory, robots: RobotDirectory,
        uses: RobotUseRecorder, clock: WallClock
    ) {
        self.authentication = authentication
        self.accounts = accounts
        self.robots = robots
        self.uses = uses
        self.clock = clock
    }

    /// Recognises a user by a password or a robot by its secret; `address` is where the attempt comes from.
    ///
    /// Throws `AuthenticationService.Refusal`, `DatabaseError`. A robot that is disabled or has expired is refused as
    /// if its secret were wrong.
    package func signIn(username: String, password: String, address: String) async throws -> Principal {
        if let robot = try await robot(username, secret: password, address: address) { return .robot(robot) }
        // An unknown robot takes the way of an unknown user, so that nobody learns which there are.
        return .user(try await authentication.authenticate(username: username, password: password, address: address))
    }

    /// Whoever a token was made for, as it is now; nil if it has gone, is disabled or has another secret.
    package func principal(of token: RegistryToken) async throws -> Principal? {
        if let id = token.rid {
            guard let stored = try await robots.robot(id: id), stored.robot.secretVersion == token.pwv,
                stored.isActive(at: clock.now.seconds)
            else { return nil }
            uses.note(id)
            return .robot(stored.robot)
        }
        guard let id = token.uid else { return .anonymous }
        guard let user = try await accounts.user(id: id), user.passwordVersion == token.pwv else { return nil }
        return .user(user)
    }

    private func robot(_ name: String, secret: String, address: String) async throws -> Robot? {
        guard name.utf8.count <= 600, secret.utf8.count <= 1024, let stored = try await robots.robot(named: name) else {
            return nil
        }
        let now = clock.now.seconds
        let entry = Known(robotID: stored.robot.id, secretVersion: stored.robot.secretVersion, address: address)
        // Somebody's guesses from an address must not keep out a robot that works there.
        if known.withLock({ ($0[entry] ?? 0) <= now }) {
            try authentication.checkThrottle(username: name, address: address)
        }
        guard stored.secret.matches(secret), stored.isActive(at: now) else { return nil }
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
            known[entry] = now + Self.knownFor
        }
        uses.note(stored.robot.id)
        return stored.robot
    }
}
