package import Cryptography
package import NIOPosix
import Synchronization

/// Runs scrypt on threads of its own, with a bound on how much may wait: sign-ins can't exhaust the machine.
package final class PasswordHashing: Sendable {
    /// The error of a sign-in that comes while too many others wait.
    package struct Busy: Error {}

    private let threads: NIOThreadPool
    private let cost: PasswordCost
    private let waitingLimit: Int
    private let waiting = Mutex(0)

    /// Makes a pool over `threads` for which at most `waitingLimit` calls may wait or run; new hashes have this cost.
    package init(threads: NIOThreadPool, waitingLimit: Int = 64, cost: PasswordCost = .standard) {
        self.threads = threads
        self.cost = cost
        self.waitingLimit = waitingLimit
    }

    /// Hashes a password for storage; throws `Busy`.
    package func hash(_ password: Password) async throws -> String {
        let cost = cost
        return try await run { try PasswordHash.make(password.text, cost: cost) }
    }

    /// Compares a password with a stored hash; throws `Busy`.
    package func verify(_ password: String, against hash: String) async throws -> Bool {
        try await run { try PasswordHash.verify(password, against: hash) }
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let accepted = waiting.withLock { waiting in
            guard waiting < waitingLimit else { return false }
            waiting += 1
            return true
        }
        guard accepted else { throw Busy() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await threads.runIfActive(work)
    }
}
