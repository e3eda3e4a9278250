import PortalHosting
import Testing

@Suite struct ContentCodingTests {
    @Test(arguments: [
        (nil, ContentCoding.identity, "no header"), ("", .identity, "an empty one"),
        ("gzip, deflate, br", .brotli, "a browser: of equals the smaller"), ("gzip", .gzip, "one"),
        ("br;q=0.5, gzip", .gzip, "the heavier"), ("br;q=0.500, gzip;q=0.501", .gzip, "three digits"),
        ("gzip;q=0", .identity, "refused"), ("br;q=0, gzip;q=0.001", .gzip, "hardly wanted"),
        ("*", .brotli, "anything"), ("br;q=0, *", .gzip, "anything but"), ("*;q=0, gzip", .gzip, "nothing but"),
        ("*;q=0", .identity, "nothing at all, so the plain form"), ("identity", .identity, "the plain form"),
        ("identity, br;q=0.9", .identity, "rather the plain form"),
        ("identity;q=0.5, br;q=0.9", .brotli, "rather not"), ("br;q=0.1", .brotli, "asked for at all"),
        ("identity;q=0, deflate", .identity, "nothing there is"), ("GZIP", .gzip, "any case"),
        ("x-gzip", .gzip, "the old name"), (" br ; q=1.0 ", .brotli, "blanks"), ("br;q=2", .identity, "over one"),
        ("br;q=1.001", .identity, "a little over one"), ("br;q=0.1234", .identity, "too many digits"),
        ("br;q=-1, gzip", .gzip, "below nothing"), ("br;q=, gzip;q=x", .identity, "no number"),
        ("deflate, zstd", .identity, "others"), (",,;,;q=1", .identity, "only marks"),
        (String(repeating: "br,", count: 2000), .identity, "too long"),
    ])
    func chosen(_ header: String?, _ expected: ContentCoding, reason: String) {
        let all = Set(ContentCoding.allCases)
        #expect(ContentCoding.chosen(among: all, header: header) == expected, "\(reason)")
    }

    @Test func onlyWhatThereIs() {
        #expect(ContentCoding.chosen(among: [.identity], header: "br, gzip") == .identity)
        #expect(ContentCoding.chosen(among: [.identity, .gzip], header: "br, gzip;q=0.1") == .gzip)
        #expect(ContentCoding.chosen(among: [.identity, .brotli], header: "gzip, *;q=0") == .identity)
    }
}
