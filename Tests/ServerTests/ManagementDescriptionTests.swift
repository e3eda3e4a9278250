import HTTPTypes
import Logging
import ManagementAPI
import OCI
import RegistryTesting
import Server
import Testing

/// api/openapi.yaml, as the program serves it, and the table of routes say the same.
@Suite struct ManagementDescriptionTests {
    /// An operation as both have it.
    private struct Operation: Hashable, CustomStringConvertible {
        let name: String
        let method: String
        let path: String
        let permission: String

        var description: String { "\(name): \(method) \(path), \(permission)" }
    }

    private static let methods: Set = ["get", "head", "post", "put", "patch", "delete"]

    private static func described() throws -> [Operation] {
        let document = try JSONValue(parsing: Array(OpenAPIDocument.json.utf8))
        let paths = try #require(document["paths"]?.object)
        return paths.members.flatMap { path in
            (path.value.object?.members ?? []).filter { methods.contains($0.name) }.map { method in
                // A path with a server of its own is counted from the root.
                let base = path.value["servers"] == nil ? RoutePath.base : ""
                return Operation(
                    name: method.value["operationId"]?.string ?? "", method: method.name.uppercased(),
                    path: base + path.name, permission: method.value["x-permission"]?.string ?? "")
            }
        }
    }

    private static func routed() async throws -> [Operation] {
        try await TemporaryDirectory.with { directory in
            let settings = try Settings(file: nil, options: [.dataDirectory: directory + "/data"], environment: [:])
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            return try await RegistryServer(settings: settings, logger: logger).managementRoutes().map {
                Operation(
                    name: $0.operation, method: $0.method.rawValue, path: $0.path.description,
                    permission: $0.permission.description)
            }
        }
    }

    @Test func everyRouteIsDescribed() async throws {
        let described = Set(try Self.described())
        for route in try await Self.routed() {
            #expect(described.contains(route), "\(route) is not in api/openapi.yaml")
        }
    }

    @Test func everyDescribedOperationHasARoute() async throws {
        let routed = Set(try await Self.routed())
        for operation in try Self.described() {
            #expect(routed.contains(operation), "\(operation) has no route")
        }
    }

    @Test func operationsHaveOneNameAndOnePlace() async throws {
        let routes = try await Self.routed()
        #expect(Set(routes.map(\.name)).count == routes.count)
        #expect(Set(routes.map { "\($0.method) \($0.path)" }).count == routes.count)
        #expect(try Set(Self.described().map(\.name)).count == Self.described().count)
    }
}
