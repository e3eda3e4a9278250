import Access
import HTTPServing
import Hummingbird
package import Identity
import Listing
import OCI

/// The routes by which users see where they are signed in and end that: Haven's own.
package struct SessionRoutes: Sendable {
    private let sessions: UserSessionService

    package init(sessions: UserSessionService) {
        self.sessions = sessions
    }

    /// The operations `listCurrentUserSessions` and `endCurrentUserSession`.
    package var routes: [ManagementRoute] {
        [
            .signedIn(.get, "/users/current/sessions", "listCurrentUserSessions", handler: list),
            .signedIn(
                .delete, "/users/current/sessions/{session_id}", "endCurrentUserSession",
                audit: AuditedAction(operation: "delete", resourceType: "session"), isAllowedWhenReadOnly: true,
                handler: end),
        ]
    }

    @Sendable private func list(_ request: ManagementRequest) async throws -> Response {
        let all = try await sessions.list(of: user(of: request))
        let page = try request.listRequest(defaultPageSize: 100).page
        let part = Array(all.dropFirst(page.offset).prefix(page.limit))
        return try .list(part, total: Int64(all.count), request: request, defaultPageSize: 100) { writer, session in
            writer.object {
                $0.member("id", session.shortIdentifier)
                $0.member("current", session.identifier == request.session?.identifier)
                $0.member("creation_time", session.createdAt)
                $0.member("last_seen_time", session.lastSeenAt)
                $0.member("address", session.address)
                $0.member("user_agent", session.userAgent)
            }
        }
    }

    @Sendable private func end(_ request: ManagementRequest) async throws -> Response {
        let identifier = request.parameter("session_id")
        request.audit.resource = identifier
        guard try await sessions.end(shortIdentifier: identifier, of: user(of: request)) else {
            throw HTTPFailure.notFound("there is no such session: GET /api/v2.0/users/current/sessions lists them")
        }
        return .ok()
    }

    private func user(of request: ManagementRequest) throws -> User {
        guard case .user(let user) = request.caller else {
            throw HTTPFailure.preconditionFailed("a robot account has no sessions")
        }
        return user
    }
}
