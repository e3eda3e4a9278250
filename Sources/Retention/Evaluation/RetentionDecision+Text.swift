extension RetentionDecision {
    /// The reason in a sentence, with the rule as it is in `policy`.
    package func sentence(by policy: RetentionPolicy) -> String {
        switch self {
        case .kept(let place, let condition):
            guard place < policy.rules.count, condition < policy.rules[place].conditions.count else {
                return "a rule keeps it"
            }
            let rule = policy.rules[place]
            guard rule.combination == .all else { return "rule \(place + 1): \(rule.conditions[condition].text)" }
            return "rule \(place + 1): \(rule.conditions.map(\.text).joined(separator: ", and "))"
        case .inKeptIndex: return "an index that stays lists it"
        case .recent: return "it was pushed by its digest within two hours before the run, and has no tag yet"
        case .immutable: return "a rule of immutability keeps one of its tags"
        case .changed: return "it was pushed, pulled or deleted since it was judged"
        case .notKept: return "rules are about it, and none keeps it"
        case .notSelected: return "no rule is about it"
        }
    }
}
