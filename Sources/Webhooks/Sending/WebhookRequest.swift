import HTTPTypes
import Jobs
import OCI
import OutboundHTTP
import Time

/// The request that brings a delivery to its target.
struct WebhookRequest: Sendable {
    let outbound: OutboundRequest
    /// What must be told to nobody.
    private let secrets: [String]

    /// Makes the request, signed with the time `now`; throws `JobFailure` if it can't be signed.
    init(_ delivery: WebhookDelivery, to target: WebhookTarget, at now: Timestamp) throws {
        var (url, body) = (target.address.url, delivery.body)
        var headers: HTTPFields = [
            .contentType: delivery.contentType, .userAgent: "Haven-Webhook/1",
            .havenEvent: delivery.eventType, .havenDelivery: delivery.identifier,
        ]
        if !target.authorization.isEmpty { headers[.authorization] = target.authorization }
        if !target.secret.isEmpty {
            switch target.kind {
            case .dingtalk: url = url.adding(query: WebhookSignature.dingTalk(secret: target.secret, at: now))
            case .feishu:
                guard let signed = WebhookSignature.feishu(body, secret: target.secret, at: now) else {
                    throw JobFailure("the body can't be signed for Feishu: it is no JSON object")
                }
                body = signed
            case .http, .slack, .wecom:
                headers[.havenSignature] = WebhookSignature.header(Array(body.utf8), secret: target.secret)
            }
        }
        outbound = OutboundRequest(
            .post, url, headers: headers, body: Array(body.utf8), timeout: .seconds(target.timeoutSeconds),
            verifiesCertificate: !target.skipsCertificateCheck)
        secrets = Self.secrets(of: target)
    }

    /// What the log says of the request: no value that is a secret.
    var lines: [String] {
        let hidden: Set<HTTPField.Name> = [.authorization, .havenSignature]
        let fields = outbound.headers.map { "> \($0.name): \(hidden.contains($0.name) ? "…" : $0.value)" }
        let body = String(decoding: outbound.body.prefix(2000), as: UTF8.self)
        return ["> POST \(outbound.url.textForLogs)"] + fields
            + ["> \(outbound.body.count) bytes: \(withoutSecrets(body))"]
    }

    /// A text that came from the target, or goes there, with dots in place of secrets.
    func withoutSecrets(_ text: String) -> String {
        secrets.reduce(text) { text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
        }
    }

    /// The secrets of a target, in pieces of which none is too short to be one.
    private static func secrets(of target: WebhookTarget) -> [String] {
        let token = target.authorization.split(separator: " ").last.map(String.init) ?? ""
        let query = target.address.url.target.split(separator: "?").dropFirst().flatMap { $0.split(separator: "&") }
            .compactMap { $0.split(separator: "=").last.map(String.init) }
        return ([target.authorization, token, target.secret] + query).filter { $0.utf8.count >= 6 }
    }
}

extension HTTPField.Name {
    static let havenEvent = constant("X-Haven-Event")
    static let havenDelivery = constant("X-Haven-Delivery")
    static let havenSignature = constant("X-Haven-Signature-256")

    private static func constant(_ name: StaticString) -> HTTPField.Name {
        guard let made = HTTPField.Name(name.description) else {
            preconditionFailure("\(name) is no header field name")
        }
        return made
    }
}
