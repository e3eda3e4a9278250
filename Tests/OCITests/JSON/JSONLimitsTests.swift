import OCI
import Testing

/// Documents that would be expensive for a careless reader. Each is answered at once; the time limit is there for the
/// careless one, which needs minutes or the whole stack.
@Suite(.timeLimit(.minutes(60)))
struct JSONLimitsTests {
    private static func nested(_ count: Int, _ open: String, _ inner: String, _ close: String) -> [UInt8] {
        Array((String(repeating: open, count: count) + inner + String(repeating: close, count: count)).utf8)
    }

    @Test(arguments: [("[", "1", "]"), (#"{"a":"#, "1", "}"), ("[", "", "]")])
    func nestingEndsAt32(_ open: String, _ inner: String, _ close: String) throws {
        #expect(throws: Never.self) { try JSONValue(parsing: Self.nested(32, open, inner, close)) }
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Self.nested(33, open, inner, close)) }
        #expect(error?.reason == "too deeply nested")
    }

    @Test func hopelessNestingIsRefusedEarly() {
        let error = #expect(throws: JSONError.self) {
            try JSONValue(parsing: [UInt8](repeating: UInt8(ascii: "["), count: 4 << 20))
        }
        #expect(error?.offset == 32)
    }

    @Test func siblingsAreNotNesting() throws {
        let document = "[" + String(repeating: "[[]],", count: 1000) + "[]]"
        #expect(try JSONValue(parsing: Array(document.utf8)).array?.count == 1001)
    }

    @Test func manyNamesAreComparedQuickly() throws {
        let members = (0..<100_000).map { "\"\($0)\":0" }
        let distinct = "{" + members.joined(separator: ",") + "}"
        #expect(try JSONValue(parsing: Array(distinct.utf8)).object?.members.count == 100_000)
        let repeated = "{" + (members + members.suffix(1)).joined(separator: ",") + "}"
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(repeated.utf8)) }
    }

    @Test(arguments: 14...18)
    func aNameTwiceIsFoundBesideAnyNumberOfOthers(_ count: Int) {
        for twin in 0..<count {
            let names = Array(0..<count) + [twin]
            let document = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
            #expect(throws: JSONError.self) { try JSONValue(parsing: Array(document.utf8)) }
        }
    }

    @Test func longNumbersAreRead() throws {
        let digits = String(repeating: "9", count: 1 << 20)
        #expect(try JSONValue(parsing: Array(digits.utf8)) == .decimal(digits))
    }

    @Test func longRunsOfCombiningCharactersAreRefused() throws {
        let run = String(repeating: "\u{301}\u{323}", count: 15)
        #expect(try JSONValue(parsing: Array("\"e\(run)\"".utf8)) == .string("e" + run))
        for text in ["\"e\(run)\u{301}\"", "\"e\(run)\\u0301\"", "{\"\(String(repeating: run, count: 10_000))\":1}"] {
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
            #expect(error?.reason == "too many combining characters in a row")
        }
    }
}
