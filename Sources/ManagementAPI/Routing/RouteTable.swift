import HTTPServing
package import HTTPTypes

/// Finds the route of a request.
package struct RouteTable: Sendable {
    /// What was found for a path.
    package enum Match {
        /// The route and the decoded values of its path's parameters.
        case route(ManagementRoute, [String: String])
        /// There are routes for the path, but only for other methods.
        case otherMethods([HTTPRequest.Method])
        case nothing
    }

    /// A place in the tree of paths.
    private final class Node: Sendable {
        let literals: [String: Node]
        let parameter: Node?
        let routes: [HTTPRequest.Method: ManagementRoute]

        init(_ routes: [ManagementRoute], depth: Int) {
            var literals: [String: [ManagementRoute]] = [:]
            var others: [ManagementRoute] = []
            var here: [HTTPRequest.Method: ManagementRoute] = [:]
            for route in routes {
                guard depth < route.path.segments.count else {
                    here[route.method] = route
                    continue
                }
                switch route.path.segments[depth] {
                case .literal(let text): literals[text, default: []].append(route)
                case .parameter: others.append(route)
                }
            }
            self.literals = literals.mapValues { Node($0, depth: depth + 1) }
            parameter = others.isEmpty ? nil : Node(others, depth: depth + 1)
            self.routes = here
        }

        /// Looks for the place of a path, literals before parameters; collects the parameters' values.
        func find(_ segments: ArraySlice<String>, _ values: inout [String]) -> Node? {
            guard let first = segments.first else { return routes.isEmpty ? nil : self }
            if let next = literals[first], let found = next.find(segments.dropFirst(), &values) { return found }
            guard let parameter, !first.isEmpty else { return nil }
            values.append(first)
            if let found = parameter.find(segments.dropFirst(), &values) { return found }
            values.removeLast()
            return nil
        }
    }

    private static let maximumSegments = 24
    /// All routes, in the order in which they were given.
    package let routes: [ManagementRoute]
    private let root: Node

    /// Makes a table; of two routes with the same method and path the later one counts.
    package init(_ routes: [ManagementRoute]) {
        self.routes = routes
        root = Node(routes, depth: 0)
    }

    /// Finds the route for a method and a path as it was sent; a slash at the end makes no difference.
    package func match(_ method: HTTPRequest.Method, path: Substring) -> Match {
        var segments: [String] = []
        for part in path.split(separator: "/", maxSplits: Self.maximumSegments) {
            let text = PercentEncoding.decode(part)
            // Hashing hostile Unicode as text takes quadratic time, and no path of the API has any.
            guard text.utf8.count <= 1024, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else { return .nothing }
            segments.append(text)
        }
        var values: [String] = []
        guard segments.count <= Self.maximumSegments, let node = root.find(segments[...], &values) else {
            return .nothing
        }
        let wanted: HTTPRequest.Method = method == .head && node.routes[.head] == nil ? .get : method
        guard let route = node.routes[wanted] else { return .otherMethods(Array(node.routes.keys)) }
        return .route(route, Dictionary(zip(route.path.parameterNames, values)) { _, last in last })
    }
}
