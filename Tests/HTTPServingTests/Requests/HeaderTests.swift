import HTTPServing
import RegistryTesting
import Testing

@Suite struct HeaderTests {
    @Test(arguments: [
        (nil, AuthorizationHeader.none, "no header"), ("Bearer abc.def", .bearer("abc.def"), "a token"),
        ("bearer abc", .bearer("abc"), "any case"), ("Basic YTpi", .basic(username: "a", password: "b"), "a:b"),
        ("basic YTo=", .basic(username: "a", password: ""), "no password"),
        ("Basic YTpiOmM=", .basic(username: "a", password: "b:c"), "a colon in the password"),
        ("Basic OmI=", .basic(username: "", password: "b"), "no name"),
        ("Basic w7w6w6k", .basic(username: "ü", password: "é"), "UTF-8, without padding"),
        ("Basic YQ==", .malformed, "no colon"), ("Basic !!!!", .malformed, "no base64"),
        ("Basic /zp4", .malformed, "no UTF-8"),
        ("Basic", .malformed, "nothing follows"), ("", .malformed, "empty"), ("Digest x", .malformed, "another scheme"),
        ("Bearer " + String(repeating: "a", count: 24 << 10), .malformed, "too long"),
    ])
    func authorization(_ header: String?, _ expected: AuthorizationHeader, reason: String) {
        #expect(AuthorizationHeader(header) == expected, "\(reason)")
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z", "the beginning"),
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z", "RFC 9110's example"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT", "2000-02-29T00:00:00Z", "a leap day of a century"),
        (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT", "2000-02-29T23:59:59Z", "its last second"),
        (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z", "a leap day"),
        (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT", "2024-12-31T23:59:59Z", "the end of a leap year"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT", "2100-03-01T00:00:00Z", "no leap year"),
        (2_147_483_648, "Tue, 19 Jan 2038 03:14:08 GMT", "2038-01-19T03:14:08Z", "past 31 bits"),
    ])
    func dates(_ seconds: Int, http: String, internet: String, reason: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == http, "\(reason)")
        #expect(HTTPDate.internet(secondsSince1970: seconds) == internet, "\(reason)")
    }

    @Test func parametersAreRead() {
        let query = QueryString("a=1&b=&c&a=2&d=x%2By%20z+w&=e&%61=3&f=%zz%4&g=%ff&h=a=b")
        #expect(query.all("a") == ["1", "2", "3"] && query["a"] == "1")
        #expect(query["b"] == "" && query["c"] == "" && query["none"] == nil)
        #expect(query["d"] == "x+y z+w", "a media type's plus is a plus")
        #expect(QueryString("d=x+y%2B", plusIsSpace: true)["d"] == "x y+", "in a form it is a blank")
        #expect(query["f"] == "%zz%4", "what isn't encoded stays")
        #expect(query["g"] == "\u{FFFD}", "what isn't UTF-8 is repaired")
        #expect(query["h"] == "a=b")
        #expect(QueryString((0..<1000).map { "n=\($0)" }.joined(separator: "&")).all("n").count == 200)
    }

    @Test func whatIsEncodedIsReadBack() {
        var generator = SeededGenerator(for: "percent-encoding")
        for _ in 0..<3000 {
            let text = String(decoding: generator.bytes(upTo: 20), as: UTF8.self)
            let encoded = PercentEncoding.encode(text)
            #expect(PercentEncoding.decode(encoded) == text)
            #expect(encoded.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "&") })
            _ = PercentEncoding.decode(text, plusIsSpace: true)
        }
    }
}
