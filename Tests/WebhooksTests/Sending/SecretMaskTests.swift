import Testing
import Webhooks

@Suite struct SecretMaskTests {
    private func mask(_ authorization: String, _ secret: String = "") throws -> SecretMask {
        SecretMask(
            try WebhookTarget(
                kind: .http, address: WebhookAddress("https://example.com/hook"), authorization: authorization,
                secret: secret))
    }

    @Test(
        "what is shown of a text of at most 20 bytes",
        arguments: [
            ("nothing to hide", false, "nothing to hide"), ("Bearer t0psecret!", false, "…"),
            ("the t0psecret! is", false, "the … is"), ("t0psecret!t0psecret!", false, "……"),
            ("0123456789abc t0psecret!", false, "0123456789abc …"),
            ("0123456789abcdef t0psecret!", false, "0123456789abcdef …"),
            ("0123456789abcdefghijklmnop", false, "0123456789abcdefghij"),
            ("short t0psec", true, ""), ("0123456789abcdefghijklmnop t0psec", true, "0123456789abcdef"),
        ])
    func shown(text: String, isCut: Bool, expected: String) throws {
        #expect(try mask("Bearer t0psecret!").text(of: Array(text.utf8), isCut: isCut, maximum: 20) == expected)
    }

    @Test func theLongestSecretCounts() throws {
        #expect(try mask("", "").text(of: Array("plain".utf8), maximum: 20) == "plain")
        #expect(try mask("abcdefgh", "abcdef").text(of: Array("abcdefgh abcdef abc".utf8), maximum: 20) == "… … abc")
    }
}
