import HTTPServing
import HTTPTypes
import Testing

/// What a client may say of itself, and what only its proxy.
@Suite struct ForwardingRulesTests {
    private static let forged: [(String, String)] = [
        ("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"),
    ]

    private func origin(
        _ rules: ForwardingRules, _ headers: [(String, String)], peer: String?, authority: String? = "reg.example:5000"
    ) throws -> RequestOrigin {
        var request = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/")
        for (name, value) in headers {
            request.headerFields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return rules.origin(of: request, peer: peer, isEncrypted: false)
    }

    @Test func aStrangerIsNotBelieved() throws {
        let rules = ForwardingRules(trustedProxies: ["10.0.0.1"])
        let origin = try origin(rules, Self.forged, peer: "8.8.8.8")
        #expect(origin.clientAddress == "8.8.8.8" && origin.baseURL == "http://reg.example:5000")
    }

    @Test func aNeighbourTellsTheSchemeAndNotTheClient() throws {
        let origin = try origin(ForwardingRules(), Self.forged, peer: "192.168.1.5")
        #expect(origin.clientAddress == "192.168.1.5" && origin.baseURL == "https://evil.example")
    }

    @Test func theConfiguredAddressGoesBeforeAll() throws {
        let rules = ForwardingRules(externalURL: "https://registry.example.com")
        for peer in ["127.0.0.1", "8.8.8.8"] {
            #expect(try origin(rules, Self.forged, peer: peer).baseURL == "https://registry.example.com")
        }
    }

    @Test(arguments: [
        ("6.6.6.6, 7.7.7.7", "7.7.7.7", "what the proxy added, not what the client wrote before it"),
        ("7.7.7.7, 10.0.0.2", "7.7.7.7", "a second proxy"), ("10.0.0.2", "10.0.0.1", "proxies only"),
        ("7.7.7.7,10.0.0.2,10.0.0.1", "7.7.7.7", "without blanks"), ("", "10.0.0.1", "empty"),
        (String(repeating: "x", count: 65), "10.0.0.1", "no address is so long"),
    ])
    func aTrustedProxyTellsTheClient(_ header: String, _ expected: String, reason: String) throws {
        let rules = ForwardingRules(trustedProxies: ["10.0.0.1", "10.0.0.2"])
        #expect(
            try origin(rules, [("X-Forwarded-For", header)], peer: "10.0.0.1").clientAddress == expected, "\(reason)")
    }

    @Test(arguments: [
        ("a\"b", "a quote ends the challenge's realm"), ("a b", "a blank"), ("a/b", "a path"), ("a\\b", "a backslash"),
        (String(repeating: "a", count: 261), "too long"),
    ])
    func aHostCannotBreakOutOfAHeader(_ host: String, reason: String) throws {
        #expect(
            try origin(ForwardingRules(), [], peer: "8.8.8.8", authority: host).authority == "localhost", "\(reason)")
        let forwarded = try origin(ForwardingRules(), [("X-Forwarded-Host", host)], peer: "127.0.0.1")
        #expect(forwarded.authority == "localhost", "\(reason)")
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("10.1.2.3", true), ("192.168.0.1", true), ("172.16.0.1", true), ("172.31.0.1", true),
        ("::1", true), ("fd00::1", true), ("172.15.0.1", false), ("172.32.0.1", false), ("8.8.8.8", false),
        ("192.169.0.1", false), ("100.64.0.1", false), ("2001:db8::1", false), ("fe80::1", false),
        ("fdic.example", false),
    ])
    func privateAddresses(_ address: String, isPrivate: Bool) {
        #expect(ForwardingRules.isPrivate(address) == isPrivate)
    }
}
