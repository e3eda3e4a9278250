/// What becomes of a candidate, and why.
package enum RetentionDecision: Sendable, Hashable {
    /// A rule keeps it, by one of its conditions; by their places from 0.
    case kept(rule: Int, condition: Int)
    /// An index that stays lists it.
    case inKeptIndex
    /// It has no tag yet, and was pushed shortly before the run: what is to name it may be on its way.
    case recent
    /// A tag of it may not go.
    case immutable
    /// It was pushed, pulled or deleted since it was judged, and left alone.
    case changed
    /// Rules are about it, and none keeps it.
    case notKept
    /// No rule is about it.
    case notSelected

    /// The outcome, in the words of Harbor's log.
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case retain = "RETAIN"
        case delete = "DEL"
        case immutable = "IMMUTABLE"
    }

    /// What comes of it.
    package var outcome: Outcome {
        switch self {
        case .kept, .inKeptIndex, .recent, .changed: .retain
        case .immutable: .immutable
        case .notKept, .notSelected: .delete
        }
    }

    /// The reason in one word.
    package var code: String {
        switch self {
        case .kept: "RULE"
        case .inKeptIndex: "IN_KEPT_INDEX"
        case .recent: "RECENT"
        case .immutable: "IMMUTABLE"
        case .changed: "CHANGED"
        case .notKept: "NOT_KEPT"
        case .notSelected: "NOT_SELECTED"
        }
    }

    /// Reads what `code` and the places of rule and condition say.
    init?(code: String, rule: Int, condition: Int) {
        switch code {
        case "RULE": self = .kept(rule: rule, condition: condition)
        case "IN_KEPT_INDEX": self = .inKeptIndex
        case "RECENT": self = .recent
        case "IMMUTABLE": self = .immutable
        case "CHANGED": self = .changed
        case "NOT_KEPT": self = .notKept
        case "NOT_SELECTED": self = .notSelected
        default: return nil
        }
    }
}
