/// The template of a route's path, such as `/projects/{project_name}/repositories`.
package struct RoutePath: Sendable, Hashable, CustomStringConvertible {
    /// A part of the path between slashes.
    enum Segment: Sendable, Hashable {
        case literal(String)
        /// Any text but an empty one, under this name.
        case parameter(String)
    }

    /// The whole template, from the root of the server.
    package let description: String
    let segments: [Segment]

    /// Where the management API begins; templates are below it unless they begin with `/c/` or `/api/`.
    package static let base = "/api/v2.0"

    /// Reads a template.
    package init(_ template: String) {
        let isAbsolute = template.hasPrefix("/c/") || template.hasPrefix("/api/")
        description = isAbsolute ? template : Self.base + template
        segments = description.split(separator: "/").map { part in
            part.first == "{" && part.last == "}"
                ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }

    /// The names of the parameters, from left to right.
    var parameterNames: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }
}
