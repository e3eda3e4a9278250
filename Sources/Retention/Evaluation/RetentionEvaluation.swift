/// What the rules of one repository keep, decided from all its subjects together.
///
/// First it finds for each condition from where on something is among the newest; then it tells of each subject what
/// becomes of it. It needs 24 bytes a subject while it does the first.
package struct RetentionEvaluation: Sendable {
    /// The order of subjects from the oldest to the newest, in one of three respects.
    private struct Age: Comparable {
        let moment: Int64
        let pushed: Int64
        let id: Int64

        init(_ subject: RetentionSubject, by template: RetentionTemplate) {
            switch template {
            case .latestPulled: moment = subject.pulled
            case .latestActive: moment = max(subject.pushed, subject.pulled)
            default: moment = subject.pushed
            }
            (pushed, id) = (subject.pushed, subject.id)
        }

        static func < (left: Age, right: Age) -> Bool {
            if left.moment != right.moment { return left.moment < right.moment }
            return left.pushed != right.pushed ? left.pushed < right.pushed : left.id < right.id
        }
    }

    /// A condition once all subjects are known.
    private enum Test {
        case always
        case never
        /// It is the oldest of the newest, or newer.
        case newest(RetentionTemplate, from: Age)
        case pushed(since: Int64)
        case pulled(since: Int64)
    }

    private let rules: [RetentionRule]
    private let selection: TagSelection
    private let tests: [[Test]]

    /// Decides for rules that all select the repository; `now` is in microseconds since 1970.
    package init(
        rules: [RetentionRule], selection: TagSelection, now: Int64, subjects: some Sequence<RetentionSubject>
    ) {
        self.rules = rules
        self.selection = selection
        tests = zip(rules, selection.ofRules).map { rule, selectors in
            rule.conditions.map { condition in
                Self.test(condition, now: now, subjects: subjects.lazy.filter { $0.selected.isSuperset(of: selectors) })
            }
        }
    }

    /// What becomes of a subject, one of those that the evaluation was made with.
    package func verdict(of subject: RetentionSubject) -> RetentionVerdict {
        var isSelected = false
        for (place, selectors) in selection.ofRules.enumerated() where subject.selected.isSuperset(of: selectors) {
            isSelected = true
            if let condition = keeping(subject, rule: place) { return .kept(rule: place, condition: condition) }
        }
        return isSelected ? .notKept : .notSelected
    }

    private func keeping(_ subject: RetentionSubject, rule: Int) -> Int? {
        let tests = tests[rule]
        if rules[rule].combination == .all {
            return tests.allSatisfy { Self.holds($0, for: subject) } ? 0 : nil
        }
        return tests.firstIndex { Self.holds($0, for: subject) }
    }

    private static func holds(_ test: Test, for subject: RetentionSubject) -> Bool {
        switch test {
        case .always: true
        case .never: false
        case .newest(let template, let oldest): Age(subject, by: template) >= oldest
        case .pushed(let since): subject.pushed >= since
        case .pulled(let since): subject.pulled >= since
        }
    }

    private static func test(
        _ condition: RetentionCondition, now: Int64, subjects: some Sequence<RetentionSubject>
    ) -> Test {
        let since = now - condition.number * 86_400_000_000
        switch condition.template {
        case .always: return .always
        case .nothing: return .never
        case .pushedWithin, .activeWithin: return .pushed(since: since)
        case .pulledWithin: return .pulled(since: since)
        case .latestPushed, .latestPulled, .latestActive:
            guard condition.number > 0 else { return .never }
            var ages = subjects.map { Age($0, by: condition.template) }
            guard ages.count > condition.number else { return .always }
            ages.sort(by: >)
            return .newest(condition.template, from: ages[Int(condition.number) - 1])
        }
    }
}
