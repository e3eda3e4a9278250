/// A strict reader of one JSON document (RFC 8259): goes over the bytes once and nests no deeper than
/// ``JSONValue/maximumDepth``.
struct JSONReader {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte at the position, or 0 past the end: no JSON text has a 0 anywhere.
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func document() throws(JSONError) -> JSONValue {
        skipBlanks()
        let value = try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw failure("unexpected bytes after the document") }
        return value
    }

    func failure(_ reason: String) -> JSONError {
        JSONError(reason: position < bytes.count ? reason : "unexpected end", offset: position)
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        switch current {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw failure("unexpected character")
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        guard depth <= JSONValue.maximumDepth else { throw failure("too deeply nested") }
        var members: [JSONObject.Member] = []
        var names = NameSet()
        position += 1
        skipBlanks()
        if take(UInt8(ascii: "}")) { return JSONObject() }
        while true {
            guard current == UInt8(ascii: "\"") else { throw failure("expected a name") }
            let start = position
            let name = try string()
            guard names.insert(name, after: members) else {
                throw JSONError(reason: "duplicate name", offset: start)
            }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw failure("expected a colon") }
            skipBlanks()
            members.append(JSONObject.Member(name: name, value: try value(depth: depth)))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return JSONObject(distinct: members) }
            guard take(UInt8(ascii: ",")) else { throw failure("expected a comma or a closing brace") }
            skipBlanks()
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        guard depth <= JSONValue.maximumDepth else { throw failure("too deeply nested") }
        var elements: [JSONValue] = []
        position += 1
        skipBlanks()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value(depth: depth))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw failure("expected a comma or a closing bracket") }
            skipBlanks()
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count,
            text.withUTF8Buffer({ bytes[position..<end].elementsEqual($0) })
        else { throw failure("unexpected character") }
        position = end
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): position += 1
            default: return
            }
        }
    }
}
