import HTTPServing
import RegistryTesting
import Testing

@Suite struct ByteRangeTests {
    @Test(arguments: [
        (nil, ByteRange.whole, "no header"), ("bytes=0-9", .part(offset: 0, count: 10), "the beginning"),
        ("bytes=90-99", .part(offset: 90, count: 10), "the end"), ("bytes=0-99", .part(offset: 0, count: 100), "all"),
        ("bytes=5-5", .part(offset: 5, count: 1), "one byte"),
        ("bytes=95-", .part(offset: 95, count: 5), "an open end"),
        ("bytes=95-200", .part(offset: 95, count: 5), "past the end"),
        ("bytes=0-99999999999999999999", .part(offset: 0, count: 100), "an end past every number"),
        ("bytes=-10", .part(offset: 90, count: 10), "the last bytes"),
        ("bytes=-200", .part(offset: 0, count: 100), "more than there is"),
        ("BYTES=0-9", .part(offset: 0, count: 10), "any case"),
        ("bytes=100-", .unsatisfiable, "begins behind the end"), ("bytes=-0", .unsatisfiable, "no bytes"),
        ("bytes=99999999999999999999-", .unsatisfiable, "a start past every number"),
        ("bytes=9-5", .unsatisfiable, "ends before it begins"), ("bytes=0-1,5-6", .unsatisfiable, "several ranges"),
        ("items=0-9", .whole, "another unit"), ("bytes=-", .whole, "no number"), ("bytes=a-b", .whole, "letters"),
        ("bytes=1-2-3", .whole, "three numbers"), ("bytes=", .whole, "nothing"), ("bytes=+1-5", .whole, "a sign"),
        ("bytes=١-٥", .whole, "digits outside ASCII"), ("bytes=0x1-5", .whole, "hexadecimal"), ("", .whole, "empty"),
    ])
    func ofAHundredBytes(_ header: String?, _ expected: ByteRange, reason: String) {
        #expect(ByteRange(header: header, size: 100) == expected, "\(reason)")
    }

    @Test func anEmptyObjectHasNoPart() {
        for header in ["bytes=0-", "bytes=0-0", "bytes=-1"] {
            #expect(ByteRange(header: header, size: 0) == .unsatisfiable)
        }
    }

    @Test func everyPartFitsItsObject() {
        let pieces = [
            "bytes=", "bytes", "-", ",", "0", "1", "9", "18446744073709551616", "9223372036854775807", " ", "x",
        ]
        var generator = SeededGenerator(for: "ranges")
        var parts = 0
        for _ in 0..<20_000 {
            let text =
                "bytes="
                + (0..<generator.index(below: 6)).map { _ in pieces[generator.index(below: pieces.count)] }.joined()
            let size = [0, 1, 10, 100, Int64.max][generator.index(below: 5)]
            guard case .part(let offset, let count) = ByteRange(header: text, size: size) else { continue }
            parts += 1
            #expect(offset >= 0 && count > 0 && count <= size - offset, "\(text) of \(size)")
        }
        #expect(parts > 100)
    }

    @Test(arguments: [
        ("\"sha256:ab\"", true, "quoted"), ("sha256:ab", true, "bare, as Docker's clients send it"),
        ("W/\"sha256:ab\"", true, "weak"), ("\"x\", \"sha256:ab\"", true, "one of several"), ("*", true, "any"),
        (" sha256:ab ", true, "blanks"), ("\"sha256:abc\"", false, "a longer one"),
        ("\"sha256:a", false, "half a quote"),
        ("", false, "empty"), (nil, false, "no header"), (String(repeating: "*,", count: 5000), false, "too long"),
    ])
    func entityTags(_ header: String?, isMatch: Bool, reason: String) {
        #expect(EntityTags.matches(header, tag: "sha256:ab") == isMatch, "\(reason)")
    }
}
