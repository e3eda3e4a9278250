/// Reads an address piece by piece: strictly, since two readers that understand one differently are a hole in the guard.
struct OutboundURLReader {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    func url() throws(OutboundURL.Invalid) -> OutboundURL {
        guard bytes.count <= OutboundURL.maximumLength else {
            throw failure("has at most \(OutboundURL.maximumLength) characters", OutboundURL.maximumLength)
        }
        let (isEncrypted, start) = try scheme()
        if let place = bytes.firstIndex(where: { !Self.isAllowed($0) }) {
            throw failure("has a character that must be percent-encoded", place)
        }
        if let place = bytes.firstIndex(of: UInt8(ascii: "#")) { throw failure("has no fragment", place) }
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
        let (host, port) = try authority(start..<end)
        let rest = String(decoding: bytes[end...], as: UTF8.self)
        if let place = rest.utf8.firstIndex(where: { [UInt8(ascii: "["), UInt8(ascii: "]")].contains($0) }) {
            throw failure(
                "has a bracket that must be percent-encoded",
                end + rest.utf8.distance(from: rest.utf8.startIndex, to: place))
        }
        try checkEscapes(from: end)
        return OutboundURL(
            isEncrypted: isEncrypted, host: host, port: port ?? (isEncrypted ? 443 : 80),
            target: rest.hasPrefix("/") ? rest : "/" + rest)
    }

    private func scheme() throws(OutboundURL.Invalid) -> (isEncrypted: Bool, end: Int) {
        let beginning = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
        if beginning.hasPrefix("https://") { return (true, 8) }
        if beginning.hasPrefix("http://") { return (false, 7) }
        throw failure("begins with http:// or https://", 0)
    }

    private func authority(_ range: Range<Int>) throws(OutboundURL.Invalid) -> (host: String, port: Int?) {
        if let place = bytes[range].firstIndex(of: UInt8(ascii: "@")) {
            throw failure("has no user name or password; the field for the authorization header is for them", place)
        }
        if range.isEmpty { throw failure("needs a host", range.lowerBound) }
        guard bytes[range.lowerBound] == UInt8(ascii: "[") else {
            let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
            let text = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self)
            guard let name = HostName(text) else { throw failure("has a host that is none", range.lowerBound) }
            return (name.text, try port(colon..<range.upperBound))
        }
        guard let bracket = bytes[range].firstIndex(of: UInt8(ascii: "]")),
            let address = IPAddress(String(decoding: bytes[(range.lowerBound + 1)..<bracket], as: UTF8.self)),
            !address.isIPv4
        else { throw failure("has brackets without an IPv6 address", range.lowerBound) }
        return (address.description, try port((bracket + 1)..<range.upperBound))
    }

    private func port(_ range: Range<Int>) throws(OutboundURL.Invalid) -> Int? {
        guard !range.isEmpty else { return nil }
        let digits = bytes[range].dropFirst()
        guard bytes[range.lowerBound] == UInt8(ascii: ":"), (1...5).contains(digits.count),
            digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(port)
        else { throw failure("has a port that isn't a number from 1 to 65535", range.lowerBound) }
        return port
    }

    private func checkEscapes(from start: Int) throws(OutboundURL.Invalid) {
        for place in start..<bytes.count where bytes[place] == UInt8(ascii: "%") {
            let digits = bytes[(place + 1)...].prefix(2)
            guard digits.count == 2, digits.allSatisfy(Self.isHexadecimal) else {
                throw failure("has a percent sign without two hexadecimal digits", place)
            }
        }
    }

    private func failure(_ reason: String, _ offset: Int) -> OutboundURL.Invalid {
        OutboundURL.Invalid(reason: reason, offset: offset)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: byte > 0x20 && byte < 0x7F
        }
    }
}
