import ManagementAPI
import OCI
import Testing
import Webhooks

@Suite struct WebhookPolicyBodyTests {
    private func target(_ address: String, secret: String) throws -> WebhookTarget {
        try WebhookTarget(kind: .http, address: WebhookAddress(address), authorization: secret, secret: secret)
    }

    private func described(_ address: String, secret: JSONValue) -> JSONValue {
        ["type": "http", "address": .string(address), "auth_header": secret, "secret": secret]
    }

    /// Masks stand for the secrets of the targets of the same address, one after the other.
    @Test func eachMaskIsAnotherTargets() throws {
        let (one, two) = ("https://a.example.com/", "https://b.example.com/")
        let known = try WebhookPolicyContent(
            name: "policy", eventTypes: [.pushArtifact],
            targets: [target(one, secret: "s1"), target(two, secret: "s2"), target(one, secret: "s3")])
        let mask = JSONValue.string(WebhookPolicyBody.mask)
        func changed(_ targets: JSONValue...) throws -> WebhookPolicyContent {
            try WebhookPolicyBody(JSONBody(["targets": .array(targets)])).content(changing: known)
        }
        let same = try changed(
            described(one, secret: mask), described(one, secret: mask), described(two, secret: mask))
        #expect(same.targets.map(\.secret) == ["s1", "s3", "s2"])
        #expect(same.targets.map(\.authorization) == ["s1", "s3", "s2"])
        let replaced = try changed(described(one, secret: "new"), described(one, secret: mask))
        #expect(replaced.targets.map(\.secret) == ["new", "s3"])
        #expect(
            throws: WebhookError.invalid(
                place: "targets[1].auth_header", reason: "must be given anew for a new address")
        ) {
            try changed(described(two, secret: mask), described(two, secret: mask))
        }
    }
}
