import OCI
import Testing

@Suite struct JSONReaderTests {
    static let accepted: [(text: String, value: JSONValue, reason: String)] = [
        ("null", nil, "a literal"),
        (" \t\r\n true \n", true, "blanks around"),
        ("false", false, "a literal"),
        ("0", 0, "zero"),
        ("-1", -1, "a sign"),
        ("9223372036854775807", .integer(.max), "the largest whole number"),
        ("-9223372036854775808", .integer(.min), "the smallest whole number"),
        ("9223372036854775808", .decimal("9223372036854775808"), "one more stays exact"),
        ("-9223372036854775809", .decimal("-9223372036854775809"), "one less stays exact"),
        ("123456789012345678901234567890", .decimal("123456789012345678901234567890"), "far beyond"),
        ("-0", .decimal("-0"), "minus zero is no whole number of its own"),
        ("1.0", .decimal("1.0"), "a fraction is kept as written"),
        ("1E+9", .decimal("1E+9"), "an exponent is kept as written"),
        ("1e999999999999", .decimal("1e999999999999"), "too large for every type"),
        (#""""#, "", "an empty string"),
        (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz", "every short escape"),
        (#""\u0041\u00e9\u20AC""#, "Aé€", "escapes of one unit, both cases"),
        (#""\ud83d\udc33""#, "\u{1F433}", "a surrogate pair"),
        (#""\u0000""#, "\u{0}", "an escaped zero"),
        ("\"\u{7F}é€\u{1F433}\u{10FFFF}\"", "\u{7F}é€\u{1F433}\u{10FFFF}", "UTF-8 of every length"),
        ("[]", [], "an empty array"),
        ("[ 1 , [2] ]", [1, [2]], "blanks inside"),
        ("{}", [:], "an empty object"),
        (#"{ "a" : 1 , "" : {} }"#, ["a": 1, "": [:]], "blanks inside, an empty name"),
        (#"{"b":1,"a":2}"#, ["b": 1, "a": 2], "members keep their order"),
        (#"{"a":1,"A":2}"#, ["a": 1, "A": 2], "names that differ in case are different"),
    ]

    @Test(arguments: accepted)
    func documentsAreRead(_ text: String, _ value: JSONValue, _ reason: String) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value, "\(reason)")
    }

    static let refused: [(text: String, offset: Int, reason: String)] = [
        ("", 0, "nothing"),
        ("  ", 2, "only blanks"),
        ("nul", 0, "half a literal"),
        ("nullx", 4, "a longer literal"),
        ("True", 0, "literals are lower-case"),
        ("1 2", 2, "two documents"),
        ("{}\u{0}", 2, "a zero byte behind"),
        ("\u{FEFF}{}", 0, "a byte order mark"),
        ("\u{A0}1", 0, "a blank that JSON doesn't know"),
        ("// a\n1", 0, "a comment"),
        ("'a'", 0, "single quotes"),
        ("01", 1, "a leading zero"),
        ("-", 1, "a sign alone"),
        ("+1", 0, "a plus"),
        (".5", 0, "no digit before the point"),
        ("1.", 2, "no digit behind the point"),
        ("1e", 2, "no digit in the exponent"),
        ("0x10", 1, "hexadecimal"),
        ("NaN", 0, "not a number"),
        ("-Infinity", 1, "not a number"),
        ("\"a", 2, "a string without end"),
        ("\"a\nb\"", 2, "a line's end in a string"),
        ("\"\u{0}\"", 1, "a zero byte in a string"),
        (#""\x41""#, 2, "an unknown escape"),
        (#""\u00g0""#, 5, "an escape that is not hexadecimal"),
        (#""\u004""#, 6, "an escape that is too short"),
        (#""\ud800""#, 2, "half of a surrogate pair"),
        (#""\ud800x""#, 2, "half of a surrogate pair before a letter"),
        (#""\ud800\n""#, 8, "half of a surrogate pair before another escape"),
        (#""\ud800\ud800""#, 2, "two first halves"),
        (#""\udc00\ud800""#, 2, "a pair in the wrong order"),
        ("[1,]", 3, "a comma at the end"),
        ("[1 2]", 3, "no comma"),
        ("[1", 2, "an array without end"),
        ("[", 1, "an array without anything"),
        ("]", 0, "an end without beginning"),
        (#"{"a":1,}"#, 7, "a comma at the end"),
        (#"{"a" 1}"#, 5, "no colon"),
        (#"{a:1}"#, 1, "a name without quotes"),
        (#"{1:1}"#, 1, "a number for a name"),
        (#"{"a":}"#, 5, "no value"),
        (#"{"a":1"#, 6, "an object without end"),
        (#"{"a":1,"a":1}"#, 7, "a name twice"),
        (#"{"a":1,"\u0061":1}"#, 7, "a name twice, escaped"),
        ("{\"\u{E9}\":1,\"e\u{301}\":1}", 8, "a name twice, composed and decomposed"),
    ]

    @Test(arguments: refused)
    func otherTextsAreRefused(_ text: String, _ offset: Int, _ reason: String) {
        let error = #expect(throws: JSONError.self, "\(reason)") { try JSONValue(parsing: Array(text.utf8)) }
        #expect(error?.offset == offset, "\(reason)")
    }

    static let invalidUTF8: [(bytes: [UInt8], reason: String)] = [
        ([0x80], "a continuation without beginning"),
        ([0xC3], "a beginning without continuation"),
        ([0xC0, 0x80], "a zero of two bytes"),
        ([0xC1, 0xBF], "ASCII of two bytes"),
        ([0xE0, 0x9F, 0xBF], "overlong, of three bytes"),
        ([0xF0, 0x8F, 0xBF, 0xBF], "overlong, of four bytes"),
        ([0xED, 0xA0, 0x80], "a surrogate"),
        ([0xF4, 0x90, 0x80, 0x80], "beyond Unicode"),
        ([0xF8, 0x88, 0x80, 0x80, 0x80], "five bytes"),
        ([0xFF], "never a byte of UTF-8"),
    ]

    @Test(arguments: invalidUTF8)
    func invalidUTF8IsRefused(_ bytes: [UInt8], _ reason: String) {
        let quote = UInt8(ascii: "\"")
        for document in [[quote] + bytes + [quote], [quote] + Array(#"\n"#.utf8) + bytes + [quote], bytes] {
            #expect(throws: JSONError.self, "\(reason)") { try JSONValue(parsing: document) }
        }
    }

    @Test func truncatedDocumentsAreRefused() {
        let document = Array(#"{"a":["\u00e9\ud83d\udc33",-1.5e+3,true,false,null,{}]}"#.utf8)
        #expect(throws: Never.self) { try JSONValue(parsing: document) }
        for count in 0..<document.count {
            #expect(throws: JSONError.self, "\(count) bytes") { try JSONValue(parsing: Array(document.prefix(count))) }
        }
    }
}
