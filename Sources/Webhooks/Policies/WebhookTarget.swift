import OutboundHTTP

/// A receiver of a policy's events, and how requests to it are made.
///
/// `authorization` and `secret` stand in no log and no answer. Whoever knows the address of a chat program's target may
/// send messages to it: it is told only to those who may change the policy.
package struct WebhookTarget: Hashable, Sendable {
    /// The longest `authorization` and `secret`, in bytes.
    package static let maximumSecretLength = 4096
    package static let usualTimeout = 10
    package static let usualAttempts = 4

    /// Its number among the policy's targets: it stays as long as kind and address do. 0: not given yet.
    package var id = 0
    package let kind: WebhookTargetKind
    package let address: WebhookAddress
    package let format: WebhookPayloadFormat
    /// The value of the header `Authorization`; empty for none.
    package let authorization: String
    /// Whether a certificate that can't be verified is taken.
    package let skipsCertificateCheck: Bool
    /// What requests are signed with; empty for none. For `http` HMAC-SHA-256 in a header, for `dingtalk` and `feishu`
    /// their own signature.
    package let secret: String
    /// The body; only with the format `custom`.
    package let template: WebhookTemplate?
    /// Most seconds until the answer has come, 1 to 60.
    package let timeoutSeconds: Int
    /// How often a delivery is tried, 1 to 10.
    package let attempts: Int

    /// Makes a target; throws `WebhookError.invalid` with the name of Harbor's member, or ours, as the place.
    package init(
        kind: WebhookTargetKind, address: WebhookAddress, format: WebhookPayloadFormat = .harbor,
        authorization: String = "", skipsCertificateCheck: Bool = false, secret: String = "",
        template: WebhookTemplate? = nil, timeoutSeconds: Int = Self.usualTimeout, attempts: Int = Self.usualAttempts
    ) throws(WebhookError) {
        guard kind.formats.contains(format) else {
            let known = kind.formats.map(\.rawValue).joined(separator: " or ")
            throw .invalid(place: "payload_format", reason: "must be \(known) for \(kind.rawValue)")
        }
        guard (format == .custom) == (template != nil) else {
            throw .invalid(place: "body_template", reason: "goes with the payload_format Custom, and only with that")
        }
        for (place, text) in [("auth_header", authorization), ("secret", secret)] {
            guard text.utf8.count <= Self.maximumSecretLength, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else {
                throw .invalid(
                    place: place, reason: "has at most \(Self.maximumSecretLength) bytes, all of them printable ASCII")
            }
        }
        guard 1...60 ~= timeoutSeconds else { throw .invalid(place: "timeout_seconds", reason: "must be 1 to 60") }
        guard 1...10 ~= attempts else { throw .invalid(place: "attempts", reason: "must be 1 to 10") }
        self.kind = kind
        self.address = address
        self.format = format
        self.authorization = authorization
        self.skipsCertificateCheck = skipsCertificateCheck
        self.secret = secret
        self.template = template
        self.timeoutSeconds = timeoutSeconds
        self.attempts = attempts
    }

    /// The address for those who may not change the policy: of a chat program only scheme, host and port.
    package var addressForReaders: String {
        kind == .http ? address.description : "\(address.url.origin)/…"
    }
}
