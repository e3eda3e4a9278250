import Access
import HTTPServing
import Hummingbird
import OCI
package import Webhooks

/// Shows what a webhook would send before anything is stored or sent.
package struct WebhookPreviewRoutes: Sendable {
    private let deliveries: WebhookDeliveryService

    package init(deliveries: WebhookDeliveryService) { self.deliveries = deliveries }

    /// One operation of projects and of the registry.
    package var routes: [ManagementRoute] {
        WebhookOperation(
            .post, "/preview", "previewWebhook", system: "previewSystemWebhook", "read", handler: preview
        ).routes
    }

    private func preview(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let body = try await request.body()
        guard let described = try body.object("target") else {
            throw HTTPFailure.badRequest("target in body is required")
        }
        let made = deliveries.example(
            of: try WebhookPolicyBody.eventType(body) ?? .pushArtifact, for: try Self.target(described),
            projectID: owner.id, projectName: owner.name, operatorName: request.caller.name,
            registryURL: request.context.origin.baseURL)
        guard made.isSendable else {
            throw WebhookError.invalid(place: "target.body_template", reason: made.text)
        }
        return .json { writer in
            writer.object { writer in
                writer.member("content_type", made.contentType)
                writer.member("body", made.text)
            }
        }
    }

    private static func target(_ body: JSONBody) throws -> WebhookTarget {
        do {
            return try WebhookTargetBody(body).target()
        } catch WebhookError.invalid(let place, let reason) {
            throw WebhookError.invalid(place: "target.\(place)", reason: reason)
        }
    }
}
