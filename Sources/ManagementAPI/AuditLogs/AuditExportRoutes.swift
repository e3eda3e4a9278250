package import Access
package import Auditing
import Catalog
package import HTTPServing
import HTTPTypes
import Hummingbird
import Listing
import NIOCore
import OCI
package import Time

/// `/auditlog-exts/export` and that of a project: what a filter of the log selects, as a file. Haven's own.
///
/// Whoever may list may export. The answer is made while it is sent and may be of any length.
package struct AuditExportRoutes: Sendable {
    private let log: AuditLogService
    private let authorization: AuthorizationService
    private let sender: StreamSender
    private let clock: WallClock

    /// Makes the routes of a log.
    package init(log: AuditLogService, authorization: AuthorizationService, sender: StreamSender, clock: WallClock) {
        self.log = log
        self.authorization = authorization
        self.sender = sender
        self.clock = clock
    }

    /// The operations `exportAuditLogExts` and `exportLogExts`.
    package var routes: [ManagementRoute] {
        [
            .decided(.get, "/auditlog-exts/export", "exportAuditLogExts", by: AuditLogRoutes.reason) { request in
                try await export(request, AuditScope(of: request, authorization), name: "audit-log")
            },
            .project(
                .get, "/projects/{project_name}/auditlog-exts/export", "exportLogExts", Permission("log", "list")
            ) { request, project in
                try await export(request, .projects([project.id]), name: "audit-log-\(project.name)")
            },
        ]
    }

    private func export(_ request: ManagementRequest, _ scope: AuditScope, name: String) async throws -> Response {
        let format = try Self.format(request)
        // The first part is read before the answer begins, so that what is wrong can still be said.
        let filters = try QueryGrammar.parse(request.query["q"] ?? "")
        var export = try log.export(ListRequest(filters: filters), scope: scope)
        let first = try await export.next() ?? []
        let rest = export
        let body = sender.body(context: request.context) {
            var (export, head) = (rest, Optional(format.head + format.lines(of: first)))
            return {
                if let bytes = head {
                    head = nil
                    return ByteBuffer(bytes: bytes)
                }
                return try await export.next().map { ByteBuffer(bytes: format.lines(of: $0)) }
            }
        }
        // Colons are no part of file names everywhere.
        let time = clock.now.internetText.prefix(19).filter { $0 != ":" && $0 != "-" }
        return Response(
            status: .ok,
            headers: [
                .contentType: format.mediaType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)-\(time)Z.\(format.rawValue)\"",
            ], body: body)
    }

    private static func format(_ request: ManagementRequest) throws -> AuditExportFormat {
        guard let text = request.query["format"], !text.isEmpty else { return .csv }
        guard text.utf8.count <= 16, let format = AuditExportFormat(rawValue: text) else {
            let formats = AuditExportFormat.allCases.map(\.rawValue).joined(separator: " or ")
            throw HTTPFailure.unprocessable("format in query must be \(formats)")
        }
        return format
    }
}
