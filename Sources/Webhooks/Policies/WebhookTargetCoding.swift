import Cryptography
import OCI

/// Writes targets as text for a column and reads them back; their secrets are under encryption in it.
struct WebhookTargetCoding: Sendable {
    private static let purpose = "webhook"
    let key: EncryptionKey

    /// The text of a policy's targets; throws `CryptographyError`.
    func text(_ targets: [WebhookTarget]) throws -> String {
        let values = try targets.map { target -> JSONValue in
            var object: JSONObject = [
                "id": .integer(Int64(target.id)), "kind": .string(target.kind.rawValue),
                "address": .string(target.address.description), "format": .string(target.format.rawValue),
                "authorization": .string(try seal(target.authorization)), "secret": .string(try seal(target.secret)),
                "skips_certificate_check": .bool(target.skipsCertificateCheck),
                "timeout": .integer(Int64(target.timeoutSeconds)), "attempts": .integer(Int64(target.attempts)),
            ]
            if let template = target.template {
                object["template"] = .string(template.text)
                object["content_type"] = .string(template.contentType)
            }
            return .object(object)
        }
        return String(decoding: JSONValue.array(values).encoded(), as: UTF8.self)
    }

    /// The targets of a text that `text` made; throws `CryptographyError`, `JSONError` and `WebhookError`.
    func targets(_ text: String) throws -> [WebhookTarget] { try Self.targets(text, open: open) }

    /// As `targets`, without key and secrets: for who doesn't send anything.
    static func targetsWithoutSecrets(_ text: String) throws -> [WebhookTarget] {
        try targets(text) { _ in "" }
    }

    private static func targets(_ text: String, open: (String) throws -> String) throws -> [WebhookTarget] {
        try (JSONValue(parsing: Array(text.utf8)).array ?? []).map { value in
            func text(_ name: String) -> String { value[name]?.string ?? "" }
            var target = try WebhookTarget(
                kind: WebhookTargetKind(rawValue: text("kind")) ?? .http, address: WebhookAddress(text("address")),
                format: WebhookPayloadFormat(rawValue: text("format")) ?? .harbor,
                authorization: try open(text("authorization")),
                skipsCertificateCheck: value["skips_certificate_check"]?.bool ?? false,
                secret: try open(text("secret")),
                template: try value["template"]?.string.map {
                    try WebhookTemplate($0, contentType: text("content_type"))
                },
                timeoutSeconds: value["timeout"]?.integer.map(Int.init) ?? WebhookTarget.usualTimeout,
                attempts: value["attempts"]?.integer.map(Int.init) ?? WebhookTarget.usualAttempts)
            target.id = value["id"]?.integer.map(Int.init) ?? 0
            return target
        }
    }

    private func seal(_ secret: String) throws -> String {
        secret.isEmpty ? "" : Base64.encode(try key.seal(Array(secret.utf8), purpose: Self.purpose))
    }

    private func open(_ kept: String) throws -> String {
        guard !kept.isEmpty else { return "" }
        guard let sealed = Base64.decode(kept) else { throw CryptographyError.notAuthentic }
        return String(decoding: try key.open(sealed, purpose: Self.purpose), as: UTF8.self)
    }
}

extension StoredWebhookPolicy {
    /// The whole policy; throws `CryptographyError` if its secrets were encrypted under another key.
    func policy(_ coding: WebhookTargetCoding) throws -> WebhookPolicy {
        let content = try WebhookPolicyContent(
            name: name, description: description, isEnabled: isEnabled, eventTypes: eventTypes,
            targets: coding.targets(targets), repositories: repositories, tags: tags)
        return WebhookPolicy(
            id: id, projectID: projectID, content: content, creator: creator, createdAt: createdAt,
            updatedAt: updatedAt)
    }
}

extension [WebhookTarget] {
    /// Gives numbers: a target keeps that of an earlier one of the same kind and address, others get new ones behind
    /// `last`. The second result is the last number that was ever given.
    func numbered(after earlier: [WebhookTarget], last: Int) -> (targets: [WebhookTarget], last: Int) {
        var (free, last) = (earlier, last)
        let targets = map { target in
            var target = target
            if let index = free.firstIndex(where: { $0.kind == target.kind && $0.address == target.address }) {
                target.id = free.remove(at: index).id
            } else {
                last += 1
                target.id = last
            }
            return target
        }
        return (targets, last)
    }
}
