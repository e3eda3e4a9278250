/// A network of IPv4 or IPv6 addresses: those that begin with the same bits.
package struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    private let address: IPAddress
    private let length: Int

    /// Reads `ADDRESS/LENGTH` (RFC 4632, RFC 4291 section 2.3) or a single address; bits after the length don't count.
    /// Nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else { return nil }
        let bits = address.bytes.count * 8
        guard parts.count == 2 else {
            (self.address, length) = (address, bits)
            return
        }
        let digits = parts[1]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(digits),
            length <= bits
        else { return nil }
        (self.address, self.length) = (address, length)
    }

    /// Whether an address is in the network; those of the other protocol never are.
    package func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let (whole, rest) = length.quotientAndRemainder(dividingBy: 8)
        guard other.bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
        return rest == 0 || (other.bytes[whole] ^ address.bytes[whole]) >> UInt8(8 - rest) == 0
    }

    package var description: String { "\(address)/\(length)" }
}
