import HTTPTypes
import Jobs
import OCI
import OutboundHTTP
import Time

/// The request that brings a delivery to its target.
struct WebhookRequest: Sendable {
    let outbound: OutboundRequest
    /// The address for the log.
    private let place: String
    private let secrets: SecretMask

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
        place = target.kind == .http ? url.textForLogs : target.addressForReaders
        secrets = SecretMask(target)
    }

    /// What the log says of the request: no value that is a secret.
    var lines: [String] {
        let hidden: Set<HTTPField.Name> = [.authorization, .havenSignature]
        let fields = outbound.headers.map { "> \($0.name): \(hidden.contains($0.name) ? "…" : $0.value)" }
        return ["> POST \(place)"] + fields
            + ["> \(outbound.body.count) bytes: \(secrets.text(of: outbound.body, maximum: 2000))"]
    }

    /// The beginning of an answer, with dots in place of secrets.
    func text(of answer: OutboundAnswer) -> String {
        secrets.text(of: answer.body, isCut: answer.isCut, maximum: 1000)
    }

    /// A text in which words of the target may be, with dots in place of secrets.
    func withoutSecrets(_ text: String) -> String { secrets.text(of: Array(text.utf8), maximum: text.utf8.count) }
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
