import Cron
package import OCI

/// Reading policies in Harbor's form, with what is beyond it.
extension RetentionPolicy {
    private enum Word: String {
        case or, project
        case schedule = "Schedule"
    }

    /// Reads a policy; throws `RetentionError.invalid`, which names the place of the mistake, and `.duplicate`.
    package init(json object: JSONObject) throws(RetentionError) {
        let fields = PolicyFields(object)
        _ = try fields.word("algorithm", of: [Word.or], standard: .or)
        guard let scope = try fields.fields("scope") else { throw fields.mistake("scope", "is required") }
        _ = try scope.word("level", of: [Word.project], standard: .project)
        guard let projectID = try scope.integer("ref", in: 1...Int64.max) else {
            throw scope.mistake("ref", "is required: the number of the project")
        }
        var rules: [RetentionRule] = []
        for rule in try fields.list("rules", counts: 0...Self.mostRules) { rules.append(try RetentionRule(rule)) }
        let settings = try Self.settings(fields)
        try self.init(
            projectID: projectID,
            level: try fields.word("level", of: [Level.artifact, .tag], standard: .artifact),
            rules: rules, cron: try settings.flatMap(Self.cron), catchesUp: try settings?.bool("catch_up") ?? true)
    }

    private static func settings(_ fields: PolicyFields) throws(RetentionError) -> PolicyFields? {
        guard let trigger = try fields.fields("trigger") else { return nil }
        _ = try trigger.word("kind", of: [Word.schedule], standard: .schedule)
        return try trigger.fields("settings")
    }

    private static func cron(_ settings: PolicyFields) throws(RetentionError) -> CronExpression? {
        guard let text = try settings.text("cron"), !text.isEmpty else { return nil }
        do {
            return try CronExpression(forWork: text)
        } catch {
            throw settings.mistake("cron", "is no schedule: \(error)")
        }
    }
}

extension RetentionRule {
    private enum Word: String {
        case retain
    }

    init(_ fields: PolicyFields) throws(RetentionError) {
        _ = try fields.word("action", of: [Word.retain], standard: .retain)
        let (combination, conditions) = try Self.conditions(fields)
        let scope = try fields.fields("scope_selectors")
        let names = scope?.object.members.map(\.name) ?? []
        guard let scope, names == ["repository"] else {
            throw fields.mistake("scope_selectors", "must have the key repository, and no other")
        }
        var selectors: (repositories: [RetentionSelector], tags: [RetentionSelector]) = ([], [])
        for selector in try scope.list("repository", counts: 1...Self.mostSelectors) {
            selectors.repositories.append(try RetentionSelector(repository: selector))
        }
        for selector in try fields.list("tag_selectors", counts: 1...Self.mostSelectors) {
            selectors.tags.append(try RetentionSelector(tag: selector))
        }
        self.init(
            conditions, combination: combination, repositories: selectors.repositories, tags: selectors.tags,
            isDisabled: try fields.bool("disabled") ?? false,
            priority: try fields.integer("priority", in: 0...Int64(Int32.max)) ?? 0)
    }

    private static func conditions(
        _ fields: PolicyFields
    ) throws(RetentionError) -> (Combination, [RetentionCondition]) {
        guard let combination = Combination(rawValue: try fields.text("template") ?? ""), combination != .single else {
            return (.single, [try RetentionCondition(fields, isInner: false)])
        }
        var conditions: [RetentionCondition] = []
        for condition in try fields.list("conditions", counts: 2...mostConditions) {
            conditions.append(try RetentionCondition(condition, isInner: true))
        }
        return (combination, conditions)
    }
}

extension RetentionCondition {
    init(_ fields: PolicyFields, isInner: Bool) throws(RetentionError) {
        let text = try fields.text("template") ?? ""
        guard let template = RetentionTemplate(rawValue: text) else {
            let known = RetentionTemplate.allCases.map(\.rawValue) + (isInner ? [] : ["anyOf", "allOf"])
            throw fields.mistake("template", "must be \(known.joined(separator: ", "))")
        }
        let name = template.rawValue
        let parameters = try fields.fields("params")
        let given = template.unit == nil ? nil : try parameters?.integer(name, in: template.numbers)
        if given == nil, template.unit != nil, let parameters, let other = parameters.object.members.first {
            throw parameters.mistake(other.name, "is no parameter of \(name), whose parameter is called as it is")
        }
        self.init(template, given ?? template.usualNumber)
    }
}

extension RetentionSelector {
    private enum Word: String {
        case doublestar, regex, matches, excludes, repoMatches, repoExcludes
    }

    init(repository fields: PolicyFields) throws(RetentionError) {
        let decoration = try fields.word("decoration", of: [Word.repoMatches, .repoExcludes])
        self.init(try Self.pattern(fields), isExcluding: decoration == .repoExcludes)
    }

    init(tag fields: PolicyFields) throws(RetentionError) {
        let isExcluding = try fields.word("decoration", of: [Word.matches, .excludes]) == .excludes
        let extras = try fields.text("extras", most: 1024) ?? ""
        var flag: Bool?
        if !extras.isEmpty {
            guard let object = try? JSONValue(parsing: Array(extras.utf8)).object else {
                throw fields.mistake("extras", "must be a JSON object as text, such as {\"untagged\":true}")
            }
            flag = try PolicyFields(object, path: fields.path + "extras.").bool("untagged")
        }
        // Harbor's selectors that exclude take the flag the other way round.
        let includesUntagged = isExcluding ? !(flag ?? false) : flag ?? true
        self.init(try Self.pattern(fields), isExcluding: isExcluding, includesUntagged: includesUntagged)
    }

    private static func pattern(_ fields: PolicyFields) throws(RetentionError) -> Pattern {
        guard let text = try fields.text("pattern", most: maximumLength), !text.isEmpty else {
            throw fields.mistake("pattern", "is required")
        }
        do {
            switch try fields.word("kind", of: [Word.doublestar, .regex], standard: .doublestar) {
            case .regex: return .expression(try RegularExpression(text))
            default: return .glob(try Glob(text))
            }
        } catch let error as RetentionError { throw error } catch {
            throw fields.mistake("pattern", "is no pattern: \(error)")
        }
    }
}
