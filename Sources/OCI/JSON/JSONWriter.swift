/// Writes a JSON document (RFC 8259) piece by piece, without blanks and in the order of the calls.
///
/// Commas and colons come by themselves; the caller sees to it that what begins also ends.
package struct JSONWriter: Sendable {
    /// What has been written: UTF-8.
    package private(set) var bytes: [UInt8] = []

    private var needsComma = false

    /// Makes a writer that has written nothing.
    package init() {}

    /// Makes room for a document of about this many bytes.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    /// Begins an object; its members are ``name(_:)`` and a value in turn.
    package mutating func beginObject() {
        begin(UInt8(ascii: "{"))
    }

    /// Ends the object that was begun last.
    package mutating func endObject() {
        end(UInt8(ascii: "}"))
    }

    /// Begins an array.
    package mutating func beginArray() {
        begin(UInt8(ascii: "["))
    }

    /// Ends the array that was begun last.
    package mutating func endArray() {
        end(UInt8(ascii: "]"))
    }

    /// Writes the name of the object's next member.
    package mutating func name(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string.
    package mutating func string(_ value: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        if value.utf8.contains(where: Self.needsEscape) {
            for byte in value.utf8 { appendEscaped(byte) }
        } else {
            bytes.append(contentsOf: value.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a number.
    package mutating func integer(_ value: some BinaryInteger) {
        raw(String(value))
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    /// Writes `null`.
    package mutating func null() {
        raw("null")
    }

    /// Writes a value that is already JSON; the caller sees to it that it is.
    package mutating func raw(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
        case 0..<0x20:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            bytes.append(contentsOf: String(byte & 0xF, radix: 16).utf8)
        default: bytes.append(byte)
        }
    }
}
