/// What is known of names that were looked up lately, as a state machine without a clock.
package struct LookupMemory: Sendable {
    /// What to expect of a lookup.
    package enum Expectation: Hashable, Sendable {
        /// It will be quick, as it was lately.
        case quick
        case unknown
        /// The name's servers didn't answer a moment ago: it isn't looked up now.
        case hanging
    }

    /// A lookup that fails after more than this wasn't answered, for which getaddrinfo(3) has no word of its own.
    package static let patience = Duration.seconds(4)
    /// How long a name rests whose servers didn't answer.
    package static let rest = Duration.seconds(30)
    /// How long a quick lookup counts.
    package static let freshness = Duration.seconds(3600)
    private static let maximumNames = 1000

    private struct Experience {
        let isQuick: Bool
        let at: ContinuousClock.Instant
    }

    private let quickness: Duration
    private var names: [String: Experience] = [:]

    /// A memory in which lookups are quick that take no longer than `quickness`.
    package init(quickness: Duration = .seconds(2)) { self.quickness = quickness }

    /// What to expect of a lookup that begins now.
    package func expectation(of name: String, at now: ContinuousClock.Instant) -> Expectation {
        guard let last = names[name] else { return .unknown }
        if last.isQuick { return now - last.at <= Self.freshness ? .quick : .unknown }
        return now - last.at < Self.rest ? .hanging : .unknown
    }

    /// Notes how a lookup that ends now went.
    package mutating func note(
        _ name: String, isFound: Bool, after duration: Duration, at now: ContinuousClock.Instant
    ) {
        names[name] = nil
        let isQuick = isFound && duration <= quickness
        guard isQuick || (!isFound && duration > Self.patience) else { return }
        if names.count >= Self.maximumNames { forgetOldest() }
        names[name] = Experience(isQuick: isQuick, at: now)
    }

    private mutating func forgetOldest() {
        for (name, _) in names.sorted(by: { $0.value.at < $1.value.at }).prefix(names.count / 2) { names[name] = nil }
    }
}
