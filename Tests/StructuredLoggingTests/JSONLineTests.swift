import Logging
import StructuredLogging
import Testing

@Suite struct JSONLineTests {
    private static let start = #"{"time":"2025-01-31T12:34:56.000789Z","level":"info","logger":"haven","message":"#

    @Test func aMessageAlone() throws {
        #expect(try line(.json) { $0.info("started") } == Self.start + #""started"}"# + "\n")
    }

    @Test func fieldsInTheOrderOfTheirNames() throws {
        let written = try line(.json) { logger in
            logger[metadataKey: "b"] = "from the logger"
            logger.info("m", metadata: ["c": "3", "a": "1"])
        }
        #expect(written == Self.start + #""m","a":"1","b":"from the logger","c":"3"}"# + "\n")
    }

    @Test func theNewestOfEqualFieldsWins() throws {
        let provider = Logger.MetadataProvider { ["a": "provider", "b": "provider", "c": "provider"] }
        let written = try line(.json, provider: provider) { logger in
            logger[metadataKey: "a"] = "logger"
            logger[metadataKey: "d"] = "logger"
            logger.info("m", metadata: ["b": "event"])
        }
        #expect(written == Self.start + #""m","a":"provider","b":"event","c":"provider","d":"logger"}"# + "\n")
    }

    @Test func aFieldCannotReplaceOneOfTheRecords() throws {
        let written = try line(.json) { logger in
            logger.info("m", metadata: ["level": "1", "time": "2", "message": "3", "logger": "4", "levels": "5"])
        }
        #expect(
            written == Self.start
                + #""m","metadata.level":"1","levels":"5","metadata.logger":"4","metadata.message":"3","metadata.time":"2"}"#
                + "\n")
    }

    /// Values and their JSON.
    static let values: [(value: Logger.MetadataValue, json: String)] = [
        ("text", #""text""#),
        ("", #""""#),
        (.stringConvertible(200), "200"),
        (.stringConvertible(Int64.min), "-9223372036854775808"),
        (.stringConvertible(UInt8(7)), "7"),
        (.stringConvertible(true), "true"),
        (.stringConvertible(0.25), "0.25"),
        // No JSON numbers.
        (.stringConvertible(Double.nan), #""nan""#),
        (.stringConvertible(Double.infinity), #""inf""#),
        (.stringConvertible(Duration.seconds(1)), #""1.0 seconds""#),
        (["a", "b"], #"["a","b"]"#),
        ([], "[]"),
        (["y": "2", "x": ["z": .stringConvertible(1)]], #"{"x":{"z":1},"y":"2"}"#),
        ([:], "{}"),
    ]

    @Test(arguments: values)
    func valuesAreJSON(_ example: (value: Logger.MetadataValue, json: String)) throws {
        let written = try line(.json) { $0.info("m", metadata: ["v": example.value]) }
        #expect(written == Self.start + #""m","v":"# + example.json + "}\n")
    }

    /// Texts and what stands for them in a JSON string.
    static let escapes: [(text: String, json: String)] = [
        (#"a "quote""#, #"a \"quote\""#),
        (#"C:\new"#, #"C:\\new"#),
        ("two\nlines\r\n\tand a tab", #"two\nlines\r\n\tand a tab"#),
        ("\0\u{1}\u{8}\u{c}\u{1f}", #"\u0000\u0001\u0008\u000c\u001f"#),
        // A terminal's escape sequences, of one character and of two.
        ("\u{1b}[31mred\u{9b}0m\u{7f}", #"\u001b[31mred\u009b0m\u007f"#),
        // Lines to a JavaScript of old.
        ("\u{2028}\u{2029}", #"\u2028\u2029"#),
        // Text that shows in another order than it is.
        ("\u{202e}gpj.exe", #"\u202egpj.exe"#),
        ("Größe 大小 👩‍👩‍👧 e\u{301}", "Größe 大小 👩‍👩‍👧 e\u{301}"),
        (#"","level":"error"#, #"\",\"level\":\"error"#),
    ]

    @Test(arguments: escapes)
    func textsAreEscaped(_ example: (text: String, json: String)) throws {
        let written = try line(.json) { $0.info("\(example.text)", metadata: [example.text: "\(example.text)"]) }
        #expect(
            written == Self.start + "\"\(example.json)\",\"\(example.json)\":\"\(example.json)\"}\n")
    }

    @Test(arguments: Logger.Level.allCases)
    func levelsAreTold(_ level: Logger.Level) throws {
        let written = try line(.json) { $0.log(level: level, "m") }
        #expect(written.contains(#""level":"\#(level.rawValue)","#))
    }

    @Test func anErrorIsTold() throws {
        struct Broken: Error, CustomStringConvertible {
            let description = "it\nbroke"
        }
        let written = try line(.json) { $0.error("failed", error: Broken()) }
        #expect(written.contains(#""message":"failed","error.message":"it\nbroke","error.type":""#))
        #expect(written.contains("Broken"))
    }
}
