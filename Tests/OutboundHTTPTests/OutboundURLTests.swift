import OutboundHTTP
import Testing

@Suite struct OutboundURLTests {
    @Test(
        "taken",
        arguments: [
            ("http://example.com", "http://example.com/"),
            ("HTTPS://Example.COM./a?b=c", "https://example.com/a?b=c"),
            ("https://example.com:443?x", "https://example.com/?x"),
            ("http://example.com:8080/a%20b", "http://example.com:8080/a%20b"),
            ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443/"),
            ("http://10.0.0.1/", "http://10.0.0.1/"),
            ("http://2130706433/", "http://2130706433/"),
        ])
    func taken(text: String, canonical: String) throws {
        #expect(try OutboundURL(text).description == canonical)
    }

    @Test(
        "refused, with the place",
        arguments: [
            ("", 0, "begins with"), ("ftp://example.com", 0, "begins with"), ("//example.com", 0, "begins with"),
            ("file:///etc/passwd", 0, "begins with"), ("http://", 7, "needs a host"),
            ("http:///path", 7, "needs a host"), ("http://user:pw@example.com", 14, "no user name"),
            ("http://example.com@127.0.0.1/", 18, "no user name"), ("http://ex ample.com/", 9, "percent-encoded"),
            ("http://example.com/\u{e9}", 19, "percent-encoded"), ("http://example.com/a#b", 20, "fragment"),
            ("http://example.com:0/", 18, "port"), ("http://example.com:65536/", 18, "port"),
            ("http://example.com:/", 18, "port"), ("http://[::1/", 7, "brackets"),
            ("http://[127.0.0.1]/", 7, "brackets"),
            ("http://[fe80::1%25eth0]/", 7, "brackets"), ("http://[::1]x/", 12, "port"),
            ("http://exa%6dple.com/", 7, "host"), ("http://a..b/", 7, "host"),
            ("http://example.com/%zz", 19, "percent sign"), ("http://example.com/a\\b", 20, "percent-encoded"),
            ("http://example.com/\r\nHost: x", 19, "percent-encoded"), ("http://example.com/[", 19, "bracket"),
        ])
    func refused(text: String, offset: Int, words: String) {
        let error = #expect(throws: OutboundURL.Invalid.self) { try OutboundURL(text) }
        #expect(error?.offset == offset)
        #expect(error?.reason.contains(words) == true)
    }

    @Test func longAddressesAreRefused() {
        #expect(throws: OutboundURL.Invalid.self) {
            try OutboundURL("http://example.com/" + String(repeating: "a", count: 2048))
        }
    }

    @Test func logsShowNoValuesOfTheQuery() throws {
        let url = try OutboundURL("https://oapi.dingtalk.com/robot/send?access_token=s3cret&x")
        #expect(url.textForLogs == "https://oapi.dingtalk.com/robot/send?access_token=…&…")
        #expect(
            url.adding(query: [("timestamp", "1"), ("sign", "a%2Fb")]).description
                == "https://oapi.dingtalk.com/robot/send?access_token=s3cret&x&timestamp=1&sign=a%2Fb")
        #expect(try OutboundURL("http://h").adding(query: [("a", "b")]).description == "http://h/?a=b")
    }
}
