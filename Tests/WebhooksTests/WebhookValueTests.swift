import OCI
import Testing
import Webhooks

/// What policies and targets take.
@Suite struct WebhookValueTests {
    @Test func addressesAreChecked() {
        let cases: [(String, Bool, String)] = [
            ("https://example.com/hook?x=1", true, "a whole address"),
            ("http://10.0.0.1:8080", true, "a number and a port"),
            ("http://[2001:db8::1]:8080/", true, "IPv6"),
            ("HTTPS://example.com", true, "the scheme's case doesn't count"),
            ("ftp://example.com", false, "another scheme"), ("example.com/hook", false, "no scheme"),
            ("https://", false, "no host"), ("https:///hook", false, "an empty host"),
            ("https://user:secret@example.com", false, "a password"),
            ("https://example.com@169.254.169.254", false, "a user"),
            ("https://example.com/#part", false, "a fragment"), ("https://example.com:0", false, "port 0"),
            ("https://example.com:65536", false, "a port too large"), ("https://example.com:", false, "an empty port"),
            ("https://example.com:+80", false, "a sign in the port"), ("https://exa mple.com", false, "a blank"),
            ("https://example.com/\r\nHost: other", false, "a line break"), ("https://[::1", false, "an open bracket"),
            ("https://[::1]x/", false, "text behind the bracket"), ("https://ex\u{e4}mple.com", false, "not ASCII"),
            ("https://example.com\\@other/", false, "a backslash"), ("", false, "nothing"),
            ("https://example.com/" + String(repeating: "a", count: 2029), false, "2049 bytes"),
            ("https://example.com/" + String(repeating: "a", count: 2028), true, "2048 bytes"),
        ]
        for (text, isValid, reason) in cases {
            let address = try? WebhookAddress(text)
            #expect((address != nil) == isValid, "\(text.prefix(60)): \(reason)")
        }
    }

    @Test func partsOfAddresses() throws {
        let address = try WebhookAddress("http://[2001:db8::1]:8080/hook")
        #expect(address.host == "2001:db8::1")
        #expect(address.description == "http://[2001:db8::1]:8080/hook", "as it was written")
    }

    @Test func targetsAreChecked() throws {
        let address = try WebhookAddress("https://example.com")
        let template = try WebhookTemplate("x")
        #expect(throws: WebhookError.self, "CloudEvents goes to http alone") {
            try WebhookTarget(kind: .slack, address: address, format: .cloudEvents)
        }
        #expect(throws: WebhookError.self, "Custom needs a template") {
            try WebhookTarget(kind: .http, address: address, format: .custom)
        }
        #expect(throws: WebhookError.self, "a template needs Custom") {
            try WebhookTarget(kind: .http, address: address, template: template)
        }
        #expect(throws: WebhookError.self, "a header can't have a line break") {
            try WebhookTarget(kind: .http, address: address, authorization: "a\r\nb")
        }
        for seconds in [0, 61] {
            #expect(throws: WebhookError.self) {
                try WebhookTarget(kind: .http, address: address, timeoutSeconds: seconds)
            }
        }
        for attempts in [0, 11] {
            #expect(throws: WebhookError.self) {
                try WebhookTarget(kind: .http, address: address, attempts: attempts)
            }
        }
        _ = try WebhookTarget(kind: .feishu, address: address, format: .custom, template: template)
    }

    @Test func policiesAreChecked() throws {
        let target = try WebhookTarget(kind: .http, address: WebhookAddress("https://example.com"))
        func make(_ name: String, _ types: Set<WebhookEventType> = [.pushArtifact], _ targets: Int = 1) throws {
            _ = try WebhookPolicyContent(
                name: name, eventTypes: types, targets: Array(repeating: target, count: targets))
        }
        try make("a b")
        #expect(throws: WebhookError.self, "no name") { try make("") }
        #expect(throws: WebhookError.self, "a blank name") { try make("  ") }
        #expect(throws: WebhookError.self, "a control character") { try make("a\nb") }
        #expect(throws: WebhookError.self, "a long name") { try make(String(repeating: "a", count: 256)) }
        #expect(throws: WebhookError.self, "no events") { try make("a", []) }
        #expect(throws: WebhookError.self, "no targets") { try make("a", [.pushArtifact], 0) }
        #expect(throws: WebhookError.self, "too many targets") { try make("a", [.pushArtifact], 21) }
    }

    @Test func deliveriesSurviveTheirTask() {
        let delivery = WebhookDelivery(
            policyID: 7, targetID: 3, eventType: "PUSH_ARTIFACT", identifier: "id", contentType: "application/json",
            body: "{\"a\":\"\u{e4}\\n\"}")
        #expect(WebhookDelivery(parameters: delivery.parameters) == delivery)
        #expect(WebhookDelivery(parameters: [:]) == nil)
    }
}
