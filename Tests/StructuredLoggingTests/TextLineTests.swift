import Logging
import StructuredLogging
import Testing

@Suite struct TextLineTests {
    private static let start = "2025-01-31T12:34:56.000789Z INFO     haven: "

    @Test func aMessageAlone() throws {
        #expect(try line(.text) { $0.info("started, and well") } == Self.start + "started, and well\n")
    }

    @Test func messagesAreAligned() throws {
        let columns = try Logger.Level.allCases.map { level in
            try line(.text) { $0.log(level: level, "m") }.split(separator: "haven").first?.count
        }
        #expect(Set(columns) == [37])
    }

    /// Values and how they are written.
    static let values: [(value: Logger.MetadataValue, text: String)] = [
        ("word", "word"),
        ("sha256:abc/def.x_y-z", "sha256:abc/def.x_y-z"),
        ("Größe大小", "Größe大小"),
        (.stringConvertible(200), "200"),
        (.stringConvertible(true), "true"),
        // Quotes where a value would not end at the next space, or would look like another field.
        ("two words", #""two words""#),
        ("", #""""#),
        ("a=b", #""a=b""#),
        (#"a"b"#, #""a\"b""#),
        (#"a\b"#, #""a\\b""#),
        ("a\u{a0}b", "\"a\u{a0}b\""),
        ("a\nb", #""a\nb""#),
        ("\u{1b}[2J", #""\u001b[2J""#),
        (["a", "b c"], #"["a","b c"]"#),
        (["k": "v\n"], #"{"k":"v\n"}"#),
    ]

    @Test(arguments: values)
    func valuesAreWritten(_ example: (value: Logger.MetadataValue, text: String)) throws {
        let written = try line(.text) { $0.info("m", metadata: ["v": example.value, "w": "end"]) }
        #expect(written == Self.start + "m v=\(example.text) w=end\n")
    }

    /// Messages of which each has to stay one line.
    static let messages: [(text: String, written: String)] = [
        ("first\n2025-01-31T12:34:56.000789Z INFO forged", #"first\n2025-01-31T12:34:56.000789Z INFO forged"#),
        ("over\rwritten", #"over\rwritten"#),
        ("\u{1b}]0;title\u{7}", #"\u001b]0;title\u0007"#),
        ("\u{85}next\u{2028}line", #"\u0085next\u2028line"#),
        (#"what looks like \n and isn't"#, #"what looks like \\n and isn't"#),
        (#"a "quote" stays"#, #"a "quote" stays"#),
    ]

    @Test(arguments: messages)
    func messagesStayOneLine(_ example: (text: String, written: String)) throws {
        #expect(try line(.text) { $0.info("\(example.text)") } == Self.start + example.written + "\n")
    }

    @Test func aFieldsNameCannotForgeAnother() throws {
        let written = try line(.text) { $0.info("m", metadata: ["a=1 b": "2"]) }
        #expect(written == Self.start + "m \"a=1 b\"=2\n")
    }
}
