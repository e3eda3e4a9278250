import Access
package import HTTPServing
import Hummingbird
import OCI
package import SystemConfiguration

/// `/configurations` and `/internalconfig`: the registry's configuration items.
package struct ConfigurationRoutes: Sendable {
    private let configuration: ConfigurationService

    /// Makes the routes of a configuration.
    package init(configuration: ConfigurationService) {
        self.configuration = configuration
    }

    /// The three operations.
    package var routes: [ManagementRoute] {
        [
            .system(.get, "/configurations", "getConfigurations", Permission("configuration", "read")) { _ in
                try await list()
            },
            .system(.get, "/internalconfig", "getInternalconfig", Permission("configuration", "read")) { _ in
                try await list()
            },
            .system(
                .put, "/configurations", "updateConfigurations", Permission("configuration", "update"),
                audit: AuditedAction(operation: "update", resourceType: "configuration"), isAllowedWhenReadOnly: true
            ) { try await update($0) },
        ]
    }

    /// All items but secrets: `{"read_only": {"value": false, "editable": true}, …}`.
    private func list() async throws -> Response {
        let items = try await configuration.items()
        return .json { writer in
            writer.object { writer in
                for item in items {
                    writer.member(item.item.key, object: { Self.write(item, to: &$0) })
                }
            }
        }
    }

    private static func write(_ configured: ConfiguredItem, to writer: inout JSONWriter) {
        switch configured.value {
        case .flag(let flag): writer.member("value", flag)
        case .number(let number): writer.member("value", number)
        case .text(let text):
            // Harbor has this one as an object and all other maps as text.
            let object = configured.item.kind == .object ? try? JSONValue(parsing: Array(text.utf8)) : nil
            writer.member("value", object ?? .string(text))
        }
        writer.member("editable", configured.isEditable)
    }

    private func update(_ request: ManagementRequest) async throws -> Response {
        request.audit.resource = "configuration"
        let keys = try await configuration.update(request.body().object)
        request.audit.details = "update configuration: \(keys.joined(separator: ", "))"
        return .ok()
    }
}

extension ConfigurationError: ManagementFailure {
    /// 400 with a message that names the item.
    package var httpFailure: HTTPFailure { .badRequest(description) }
}
