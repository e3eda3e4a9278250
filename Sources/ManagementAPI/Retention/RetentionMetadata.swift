import Hummingbird
import OCI
import Retention

/// Describes the rules that tag retention knows, as Harbor does, with what is beyond it at the end.
enum RetentionMetadata {
    static var response: Response {
        .json { writer in
            writer.object { writer in
                writer.member("templates", array: templates) { writer, template in
                    writer.object { writer in
                        writer.member("rule_template", template.name)
                        writer.member("display_text", template.text)
                        writer.member("action", "retain")
                        writer.member("params", array: template.units) { writer, unit in
                            writer.object { writer in
                                writer.member("type", "int")
                                writer.member("unit", unit.rawValue)
                                writer.member("required", true)
                            }
                        }
                    }
                }
                writer.selectors("scope_selectors", text: "Repositories", decorations: ["repoMatches", "repoExcludes"])
                writer.selectors("tag_selectors", text: "Tags", decorations: ["matches", "excludes"])
            }
        }
    }

    private static var templates: [(name: String, text: String, units: [RetentionTemplate.Unit])] {
        RetentionTemplate.allCases.map { ($0.rawValue, $0.text, $0.unit.map { [$0] } ?? []) } + [
            ("anyOf", "what any of several conditions keeps", []),
            ("allOf", "what all of several conditions keep", []),
        ]
    }
}

extension JSONWriter {
    fileprivate mutating func selectors(_ name: String, text: String, decorations: [String]) {
        member(name, array: ["doublestar", "regex"]) { writer, kind in
            writer.object { writer in
                writer.member("display_text", text)
                writer.member("kind", kind)
                writer.member("decorations", decorations)
            }
        }
    }
}
