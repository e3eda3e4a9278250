import HTTPServing
import OCI
package import Webhooks

/// Harbor's `WebhookPolicy` as clients send it, with what goes beyond it.
package struct WebhookPolicyBody {
    /// What stands for a secret that isn't shown; sent back, the secret stays.
    package static let mask = "*****"
    private let body: JSONBody

    /// Takes the body of a request.
    package init(_ body: JSONBody) { self.body = body }

    /// The policy; throws 400 for what makes no sense.
    package func content() throws -> WebhookPolicyContent { try content(of: nil) }

    /// A policy that is changed; what the body doesn't mention stays.
    package func content(changing known: WebhookPolicyContent) throws -> WebhookPolicyContent {
        try content(of: known)
    }

    private func content(of known: WebhookPolicyContent?) throws -> WebhookPolicyContent {
        let types = try eventTypes() ?? known?.eventTypes ?? []
        let targets = try body.objects("targets", maximum: WebhookPolicyContent.maximumTargets)
        return try WebhookPolicyContent(
            name: try body.string("name") ?? known?.name ?? "",
            description: try body.string(
                "description", maximum: WebhookPolicyContent.maximumDescriptionLength, multiline: true)
                ?? known?.description ?? "",
            isEnabled: try body.bool("enabled") ?? known?.isEnabled ?? true, eventTypes: types,
            targets: try targets.map { try Self.targets($0, knowing: known?.targets ?? []) } ?? known?.targets ?? [],
            repositories: try glob("repository_filter", known?.repositories),
            tags: try glob("tag_filter", known?.tags))
    }

    /// The type of event that a trial is to be of, if the body says one.
    package static func eventType(_ body: JSONBody?) throws -> WebhookEventType? {
        guard let name = try body?.string("event_type"), !name.isEmpty else { return nil }
        return try type(name, place: "event_type")
    }

    private func eventTypes() throws -> Set<WebhookEventType>? {
        guard let values = try body.array("event_types", maximum: 100) else { return nil }
        return Set(
            try values.enumerated().map { index, value in
                try Self.type(value.string ?? "", place: "event_types[\(index)]")
            })
    }

    private static func type(_ name: String, place: String) throws -> WebhookEventType {
        guard let type = WebhookEventType(rawValue: name) else {
            let known = WebhookEventType.allCases.map(\.rawValue).joined(separator: ", ")
            throw HTTPFailure.badRequest("\(place) in body must be one of \(known)")
        }
        return type
    }

    /// An empty pattern is none.
    private func glob(_ name: String, _ known: Glob?) throws -> Glob? {
        guard let text = try body.string(name) else { return known }
        guard !text.isEmpty else { return nil }
        do {
            return try Glob(text)
        } catch { throw HTTPFailure.badRequest("\(name) in body: \(error)") }
    }

    private static func targets(_ bodies: [JSONBody], knowing known: [WebhookTarget]) throws -> [WebhookTarget] {
        var known = known
        return try bodies.enumerated().map { index, body in
            do {
                return try WebhookTargetBody(body).target(takingFrom: &known)
            } catch WebhookError.invalid(let place, let reason) {
                throw WebhookError.invalid(place: "targets[\(index)].\(place)", reason: reason)
            }
        }
    }
}

/// Harbor's `WebhookTargetObject` as clients send it, with what goes beyond it.
struct WebhookTargetBody {
    private let body: JSONBody

    init(_ body: JSONBody) { self.body = body }

    /// A target that is new.
    func target() throws -> WebhookTarget {
        var known: [WebhookTarget] = []
        return try target(takingFrom: &known)
    }

    /// The target; a masked secret is that of the first known target of the same kind and address, which is taken away:
    /// the next of the same kind and address is the next one's.
    func target(takingFrom known: inout [WebhookTarget]) throws -> WebhookTarget {
        guard let kind = WebhookTargetKind(rawValue: try body.string("type") ?? "") else {
            throw WebhookError.invalid(place: "type", reason: "must be \(Self.names(WebhookTargetKind.self))")
        }
        let address = try WebhookAddress(body.string("address", maximum: WebhookAddress.maximumLength) ?? "")
        let name = try body.string("payload_format") ?? ""
        guard let format = name.isEmpty ? kind.formats.first : WebhookPayloadFormat(rawValue: name) else {
            throw WebhookError.invalid(
                place: "payload_format", reason: "must be \(Self.names(WebhookPayloadFormat.self))")
        }
        let same = known.firstIndex { $0.kind == kind && $0.address == address }.map { known.remove(at: $0) }
        return try WebhookTarget(
            kind: kind, address: address, format: format,
            authorization: try secret("auth_header", known: same?.authorization),
            skipsCertificateCheck: try body.bool("skip_cert_verify") ?? false,
            secret: try secret("secret", known: same?.secret), template: try template(),
            timeoutSeconds: try number("timeout_seconds") ?? WebhookTarget.usualTimeout,
            attempts: try number("attempts") ?? WebhookTarget.usualAttempts)
    }

    private func template() throws -> WebhookTemplate? {
        let text = try body.string("body_template", maximum: WebhookTemplate.maximumLength, multiline: true) ?? ""
        let type = try body.string("content_type") ?? ""
        guard !text.isEmpty else { return nil }
        return try WebhookTemplate(text, contentType: type.isEmpty ? WebhookTemplate.usualContentType : type)
    }

    /// A new address doesn't get an old secret: who may change a policy must not learn it that way.
    private func secret(_ name: String, known: String?) throws -> String {
        let text = try body.string(name, maximum: WebhookTarget.maximumSecretLength) ?? ""
        guard text == WebhookPolicyBody.mask else { return text }
        guard let known else {
            throw WebhookError.invalid(place: name, reason: "must be given anew for a new address")
        }
        return known
    }

    /// Any number that fits; the target knows which it takes.
    private func number(_ name: String) throws -> Int? {
        try body.integer(name).map { Int(clamping: $0) }
    }

    private static func names<Kind: CaseIterable & RawRepresentable<String>>(_ kind: Kind.Type) -> String {
        Kind.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
