/// Slows down guessing: counts failed sign-ins per account and address and per address, never per account alone.
///
/// Counting per account alone would let anybody lock anybody out. After a few free failures each further one doubles
/// the time until the next attempt is looked at. Times are seconds of a monotonic clock. The memory is bounded: old
/// entries and those that slow nobody down are dropped.
package struct SignInThrottle: Sendable {
    private struct Key: Hashable {
        /// Nil: all accounts tried from the address.
        var account: String?
        var address: String
    }

    private struct Failures {
        var count = 0
        var last = 0.0
        var blockedUntil = 0.0
    }

    private static let forgetAfter = 900.0
    private static let longestBlock = 60.0
    private let capacity: Int
    private var failures: [Key: Failures] = [:]

    /// Makes a throttle that remembers at most `capacity` accounts and addresses.
    package init(capacity: Int = 10_000) { self.capacity = capacity }

    /// How many accounts and addresses are remembered.
    package var count: Int { failures.count }

    /// Seconds until an attempt is looked at; nil: now.
    package func delay(account: String, address: String, now: Double) -> Double? {
        let until = max(
            failures[Key(account: account, address: address)]?.blockedUntil ?? 0,
            failures[Key(account: nil, address: address)]?.blockedUntil ?? 0)
        return until > now ? until - now : nil
    }

    /// Notes a failed attempt.
    package mutating func noteFailure(account: String, address: String, now: Double) {
        note(Key(account: account, address: address), free: 5, now: now)
        // Many people may share an address, so it gets more patience than one account from it.
        note(Key(account: nil, address: address), free: 30, now: now)
    }

    /// Forgets the failures of an account at an address after a sign-in.
    package mutating func noteSuccess(account: String, address: String) {
        failures[Key(account: account, address: address)] = nil
    }

    private mutating func note(_ key: Key, free: Int, now: Double) {
        var entry = failures[key] ?? Failures()
        if now - entry.last > Self.forgetAfter { entry = Failures() }
        entry.count += 1
        entry.last = now
        if entry.count >= free {
            let doublings = min(entry.count - free, 10)
            entry.blockedUntil = now + min(Self.longestBlock, Double(1 << doublings))
        }
        if failures[key] == nil, failures.count >= capacity { dropOldest(now: now) }
        failures[key] = entry
    }

    private mutating func dropOldest(now: Double) {
        failures = failures.filter { now - $0.value.last <= Self.forgetAfter }
        guard failures.count >= capacity else { return }
        // Those that are being slowed down stay longest: a flood of single failures must not free them.
        let ordered = failures.sorted {
            ($0.value.blockedUntil, $0.value.last) < ($1.value.blockedUntil, $1.value.last)
        }
        for (key, _) in ordered.prefix(failures.count / 2 + 1) { failures[key] = nil }
    }
}
