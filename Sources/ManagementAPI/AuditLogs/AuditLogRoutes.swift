package import Access
package import Auditing
import Catalog
import HTTPServing
import Hummingbird
import Listing
import OCI

/// `/audit-logs`, `/auditlog-exts` and the logs of projects.
///
/// Administrators and robots with `audit-log:list` see all; others see what happened in the projects whose logs they
/// may list.
package struct AuditLogRoutes: Sendable {
    private let log: AuditLogService
    private let authorization: AuthorizationService

    /// Makes the routes of a log.
    package init(log: AuditLogService, authorization: AuthorizationService) {
        self.log = log
        self.authorization = authorization
    }

    /// The operations that list; `AuditExportRoutes` has those that export.
    package var routes: [ManagementRoute] {
        [
            .decided(.get, "/audit-logs", "listAuditLogs", by: Self.reason) { try await listAll($0, Self.write) },
            .decided(.get, "/auditlog-exts", "listAuditLogExts", by: Self.reason) {
                try await listAll($0, Self.writeWhole)
            },
            .signedIn(.get, "/auditlog-exts/events", "listAuditLogEventTypes") { _ in Self.eventTypes() },
            .project(.get, "/projects/{project_name}/logs", "getLogs", Permission("log", "list")) { request, project in
                try await list(request, .projects([project.id]), Self.write)
            },
            .project(
                .get, "/projects/{project_name}/auditlog-exts", "getLogExts", Permission("log", "list")
            ) { request, project in
                try await list(request, .projects([project.id]), Self.writeWhole)
            },
        ]
    }

    static let reason = "shows what happened in the projects whose logs the caller may list"
    private typealias Writing = @Sendable (inout JSONWriter, AuditRecord) -> Void

    private func listAll(_ request: ManagementRequest, _ write: Writing) async throws -> Response {
        try await list(request, AuditScope(of: request, authorization), write)
    }

    private func list(
        _ request: ManagementRequest, _ scope: AuditScope, _ write: Writing
    ) async throws -> Response {
        let page = try await log.list(request.listRequest(), scope: scope)
        return try .list(page.elements, total: page.total, request: request) { writer, record in
            writer.object { write(&$0, record) }
        }
    }

    private static func eventTypes() -> Response {
        .json { writer in
            writer.array(AuditEventType.all) { writer, type in writer.object { $0.member("event_type", type) } }
        }
    }

    /// Harbor's older form.
    private static let write: Writing = { writer, record in
        writer.member("id", record.id)
        writer.member("username", record.username)
        writer.member("resource", record.resource)
        writer.member("resource_type", record.resourceType)
        writer.member("operation", record.operation)
        writer.member("op_time", record.time)
    }

    private static let writeWhole: Writing = { writer, record in
        write(&writer, record)
        writer.member("operation_description", record.description)
        writer.member("operation_result", record.isSuccess)
    }
}

extension AuditScope {
    /// What the sender of a request may see of the whole log; throws 401 for nobody.
    init(of request: ManagementRequest, _ authorization: AuthorizationService) async throws {
        let caller = request.caller
        if case .anonymous = caller { throw HTTPFailure.unauthenticated }
        if try await authorization.allowsSystem(caller, Permission("audit-log", "list")) {
            self = .everything
            return
        }
        let reach = try await authorization.reach(of: caller, permission: Permission("log", "list"))
        self = reach.isEverywhere ? .everyProject : .projects(reach.projects.sorted())
    }
}
