import Cron
package import OCI
package import Time

/// Writing policies in Harbor's form, with what is beyond it: what is stored, and what clients get.
extension RetentionPolicy {
    /// The policy without its number.
    var json: JSONObject {
        [
            "algorithm": "or", "level": .string(level.rawValue),
            "rules": .array(rules.enumerated().map { .object($1.json(id: $0 + 1)) }),
            "trigger": trigger(nextRunAt: nil),
            "scope": ["level": "project", "ref": .integer(projectID)],
        ]
    }

    fileprivate func trigger(nextRunAt next: Timestamp?) -> JSONValue {
        var settings: JSONObject = ["cron": .string(cron?.text ?? ""), "catch_up": .bool(catchesUp)]
        if let next { settings["next_scheduled_time"] = .string(next.internetText) }
        return ["kind": "Schedule", "settings": .object(settings), "references": [:]]
    }
}

extension StoredRetentionPolicy {
    /// The policy with its number, and when it runs next by itself.
    package func json(nextRunAt next: Timestamp?) -> JSONObject {
        var object: JSONObject = ["id": .integer(id)]
        for member in policy.json.members { object[member.name] = member.value }
        object["trigger"] = policy.trigger(nextRunAt: next)
        return object
    }
}

extension RetentionRule {
    func json(id: Int) -> JSONObject {
        let isSingle = combination == .single
        var object: JSONObject = [
            "id": .integer(Int64(id)), "priority": .integer(priority), "disabled": .bool(isDisabled),
            "action": "retain",
            "template": .string(isSingle ? conditions[0].template.rawValue : combination.rawValue),
            "params": isSingle ? conditions[0].parameters : [:],
            "tag_selectors": .array(tags.map { $0.json(decorations: ("matches", "excludes"), isOfTags: true) }),
            "scope_selectors": [
                "repository": .array(
                    repositories.map { $0.json(decorations: ("repoMatches", "repoExcludes"), isOfTags: false) })
            ],
        ]
        if !isSingle {
            object["conditions"] = .array(
                conditions.map { ["template": .string($0.template.rawValue), "params": $0.parameters] })
        }
        return object
    }
}

extension RetentionCondition {
    fileprivate var parameters: JSONValue {
        guard template.unit != nil else { return [:] }
        var parameters = JSONObject()
        parameters[template.rawValue] = .integer(number)
        return .object(parameters)
    }
}

extension RetentionSelector {
    fileprivate func json(decorations: (matching: String, excluding: String), isOfTags: Bool) -> JSONValue {
        let isExpression = if case .expression = pattern { true } else { false }
        var object: JSONObject = [
            "kind": isExpression ? "regex" : "doublestar",
            "decoration": .string(isExcluding ? decorations.excluding : decorations.matching),
            "pattern": .string(pattern.text),
        ]
        if isOfTags {
            let flag = isExcluding ? !includesUntagged : includesUntagged
            object["extras"] = .string("{\"untagged\":\(flag)}")
        }
        return .object(object)
    }
}
