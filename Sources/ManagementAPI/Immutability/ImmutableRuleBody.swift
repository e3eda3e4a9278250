import HTTPServing
package import Immutability
import OCI

/// Harbor's `ImmutableRule`: one selector of repositories and one of tags, the only kinds there are.
package struct ImmutableRuleBody {
    private static let maximumPriority: Int64 = (1 << 31) - 1
    private let body: JSONBody

    /// Takes the body of a request.
    package init(_ body: JSONBody) { self.body = body }

    /// The rule; throws 400 for what makes no sense.
    package func content() throws -> ImmutableRuleContent { try content(of: nil) }

    /// A rule that is changed; what the body doesn't mention stays.
    package func content(changing known: ImmutableRuleContent) throws -> ImmutableRuleContent { try content(of: known) }

    private func content(of known: ImmutableRuleContent?) throws -> ImmutableRuleContent {
        try requireOnly("immutable", in: "action")
        try requireOnly("immutable_template", in: "template")
        _ = try body.object("params")
        _ = try body.integer("id")
        let repositories = try repositorySelectors()
        let tags = try body.objects("tag_selectors", maximum: 1)
        guard let repository = try repositories.map(Self.repository) ?? known?.repositories else {
            throw HTTPFailure.badRequest("scope_selectors in body is required: {\"repository\": [one selector]}")
        }
        guard let tag = try tags.map(Self.tag) ?? known?.tags else {
            throw HTTPFailure.badRequest("tag_selectors in body is required: [one selector]")
        }
        return ImmutableRuleContent(
            repositories: repository, tags: tag, isDisabled: try body.bool("disabled") ?? known?.isDisabled ?? false,
            priority: try body.integer("priority", in: 0...Self.maximumPriority) ?? known?.priority ?? 0)
    }

    private func repositorySelectors() throws -> [JSONBody]? {
        guard let scopes = try body.object("scope_selectors") else { return nil }
        for member in scopes.object.members where member.name != "repository" {
            throw HTTPFailure.badRequest("scope_selectors in body must have the member repository alone")
        }
        return try scopes.objects("repository", maximum: 1) ?? []
    }

    private func requireOnly(_ value: String, in name: String) throws {
        guard let given = try body.string(name), !given.isEmpty, given != value else { return }
        throw HTTPFailure.badRequest("\(name) in body must be \(value)")
    }

    private static func repository(_ selectors: [JSONBody]) throws -> RuleSelector {
        try selector(selectors, "scope_selectors.repository", including: "repoMatches", excluding: "repoExcludes")
    }

    private static func tag(_ selectors: [JSONBody]) throws -> RuleSelector {
        try selector(selectors, "tag_selectors", including: "matches", excluding: "excludes")
    }

    private static func selector(
        _ selectors: [JSONBody], _ name: String, including: String, excluding: String
    ) throws -> RuleSelector {
        guard let selector = selectors.first else {
            throw HTTPFailure.badRequest("\(name) in body must have one selector")
        }
        if let kind = try selector.string("kind"), !kind.isEmpty, kind != "doublestar" {
            throw HTTPFailure.badRequest("kind of \(name) in body must be doublestar")
        }
        _ = try selector.string("extras", maximum: 1024)
        let decoration = try selector.string("decoration") ?? ""
        guard decoration == including || decoration == excluding else {
            throw HTTPFailure.badRequest("decoration of \(name) in body must be \(including) or \(excluding)")
        }
        let pattern = try selector.string("pattern", maximum: RuleSelector.maximumLength) ?? ""
        return try RuleSelector(pattern: pattern, isExcluding: decoration == excluding)
    }
}

extension ImmutableRule {
    /// Writes the rule as Harbor's clients know it.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id)
            writer.member("priority", content.priority)
            writer.member("disabled", content.isDisabled)
            writer.member("action", "immutable")
            writer.member("template", "immutable_template")
            writer.member("params") { _ in }
            writer.member("tag_selectors", array: [content.tags]) { writer, selector in
                Self.write(selector, selector.isExcluding ? "excludes" : "matches", to: &writer)
            }
            writer.member("scope_selectors") { writer in
                writer.member("repository", array: [content.repositories]) { writer, selector in
                    Self.write(selector, selector.isExcluding ? "repoExcludes" : "repoMatches", to: &writer)
                }
            }
        }
    }

    private static func write(_ selector: RuleSelector, _ decoration: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", "doublestar")
            writer.member("decoration", decoration)
            writer.member("pattern", selector.pattern.description)
        }
    }
}
