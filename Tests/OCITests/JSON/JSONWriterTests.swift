import OCI
import Testing

@Suite struct JSONWriterTests {
    static let values: [(value: JSONValue, text: String, reason: String)] = [
        (nil, "null", "a literal"),
        (true, "true", "a literal"),
        (.integer(.min), "-9223372036854775808", "the smallest number"),
        (.decimal("1e5"), "1e5", "a number as it was written"),
        ("", #""""#, "an empty string"),
        ("a\"b\\c/d", #""a\"b\\c/d""#, "what must be escaped, and a slash, which need not"),
        ("\u{0}\u{8}\t\n\r\u{1F}\u{20}", #""\u0000\u0008\u0009\n\u000d\u001f ""#, "control characters"),
        ("é€\u{1F433}\u{7F}\u{2028}", "\"é€\u{1F433}\u{7F}\u{2028}\"", "everything else as it is"),
        ([], "[]", "an empty array"),
        ([:], "{}", "an empty object"),
        ([1, [], [2, nil]], "[1,[],[2,null]]", "commas between elements"),
        (["b": 1, "a": ["c": [true]], "": "x"], #"{"b":1,"a":{"c":[true]},"":"x"}"#, "members in their order"),
    ]

    @Test(arguments: values)
    func valuesAreWritten(_ value: JSONValue, _ text: String, _ reason: String) throws {
        #expect(String(decoding: value.encoded(), as: UTF8.self) == text, "\(reason)")
        #expect(try JSONValue(parsing: value.encoded()) == value, "\(reason)")
    }

    @Test func piecesMakeADocument() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("tags")
        writer.beginArray()
        writer.string("a")
        writer.string("b\"")
        writer.endArray()
        writer.name("count")
        writer.integer(2)
        writer.name("more")
        writer.bool(false)
        writer.name("next")
        writer.null()
        writer.name("value")
        writer.value(["x": [1]])
        writer.endObject()
        let text = #"{"tags":["a","b\""],"count":2,"more":false,"next":null,"value":{"x":[1]}}"#
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }

    @Test func everyASCIICharacterComesBack() throws {
        for code in UInt8(0)..<0x80 {
            let value = JSONValue.string("a\(Character(Unicode.Scalar(code)))b")
            #expect(try JSONValue(parsing: value.encoded()) == value)
        }
    }

    @Test func objectsAreEdited() {
        var object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(object.members.map(\.name) == ["a", "b"])
        #expect(object["a"] == 3)
        object["c"] = "x"
        object["a"] = nil
        object["none"] = nil
        #expect(object == ["b": 2, "c": "x"])
    }

    @Test func accessorsTellTheKinds() {
        let value: JSONValue = ["s": "x", "i": 1, "b": true, "a": [1], "n": nil]
        #expect(value["s"]?.string == "x" && value["i"]?.integer == 1 && value["b"]?.bool == true)
        #expect(value["a"]?.array == [1] && value["n"] == JSONValue.null && value["none"] == nil)
        #expect(value.object?.members.count == 5 && value.string == nil && value["s"]?.integer == nil)
        #expect(value["i"]?.bool == nil && value["b"]?.array == nil && value["a"]?.object == nil)
        #expect(JSONValue.string("x")["s"] == nil)
    }
}
