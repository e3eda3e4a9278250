/// What a rule looks at, by Harbor's names.
package enum RetentionTemplate: String, Sendable, Hashable, CaseIterable {
    case latestPushed = "latestPushedK"
    case latestPulled = "latestPulledN"
    case pushedWithin = "nDaysSinceLastPush"
    case pulledWithin = "nDaysSinceLastPull"
    case always
    case latestActive = "latestActiveK"
    case activeWithin = "lastXDays"
    case nothing

    /// What the number of a template counts.
    package enum Unit: String, Sendable, Hashable {
        case count = "COUNT"
        case days = "DAYS"
    }

    /// What its number counts; nil: it has none.
    package var unit: Unit? {
        switch self {
        case .latestPushed, .latestPulled, .latestActive: .count
        case .pushedWithin, .pulledWithin, .activeWithin: .days
        case .always, .nothing: nil
        }
    }

    /// The number if none is given, as Harbor's.
    package var usualNumber: Int64 {
        switch self {
        case .pushedWithin, .pulledWithin: 30
        default: 10
        }
    }

    /// The numbers that it takes: fewer than 32,767 artifacts, or a hundred years.
    package var numbers: ClosedRange<Int64> { unit == .days ? 0...36_500 : 0...32_766 }

    /// What it keeps, with # for its number.
    package var text: String {
        switch self {
        case .latestPushed: "the most recently pushed # artifacts"
        case .latestPulled: "the most recently pulled # artifacts"
        case .latestActive: "the most recently pushed or pulled # artifacts"
        case .pushedWithin, .activeWithin: "pushed within the last # days"
        case .pulledWithin: "pulled within the last # days"
        case .always: "always"
        case .nothing: "nothing"
        }
    }
}

/// A template with its number.
package struct RetentionCondition: Sendable, Hashable {
    package let template: RetentionTemplate
    /// How many artifacts or days; 0 for a template without a number.
    package let number: Int64

    /// A condition; a number out of the template's range is cut to it.
    package init(_ template: RetentionTemplate, _ number: Int64 = 0) {
        self.template = template
        let numbers = template.numbers
        self.number = template.unit == nil ? 0 : min(max(number, numbers.lowerBound), numbers.upperBound)
    }

    /// Why it keeps something, for people.
    package var text: String {
        switch template.unit {
        case .count: "among \(template.text.replacing("#", with: "\(number)"))"
        case .days: template.text.replacing("#", with: "\(number)")
        case nil: template == .always ? "it is always kept" : template.text
        }
    }
}
