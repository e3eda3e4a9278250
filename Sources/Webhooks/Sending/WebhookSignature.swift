import Cryptography
import OCI
import Time

/// How requests prove that they come from this registry.
enum WebhookSignature {
    /// The value of `X-Haven-Signature-256`: HMAC-SHA-256 of the body, as GitHub's webhooks have it.
    static func header(_ body: [UInt8], secret: String) -> String {
        "sha256=" + Hex.encode(KeyedHash(key: Array(secret.utf8)).code(for: body))
    }

    /// The parameters that DingTalk's custom robots check: the time, and its signature.
    static func dingTalk(secret: String, at now: Timestamp) -> [(name: String, value: String)] {
        let time = "\(now.microseconds / 1000)"
        let code = KeyedHash(key: Array(secret.utf8)).code(for: "\(time)\n\(secret)")
        return [("timestamp", time), ("sign", PercentEncoding.encode(Base64.encode(code)))]
    }

    /// A body with the members that Feishu's custom bots check: the time, and the code of nothing under the time and the
    /// secret. Nil if the body isn't a JSON object.
    static func feishu(_ body: String, secret: String, at now: Timestamp) -> String? {
        guard let object = try? JSONValue(parsing: Array(body.utf8)).object else { return nil }
        let time = "\(now.seconds)"
        let code = KeyedHash(key: Array("\(time)\n\(secret)".utf8)).code(for: "")
        var signed: JSONObject = ["timestamp": .string(time), "sign": .string(Base64.encode(code))]
        for member in object.members where signed[member.name] == nil { signed[member.name] = member.value }
        return String(decoding: JSONValue.object(signed).encoded(), as: UTF8.self)
    }
}
