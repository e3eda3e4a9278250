import Glibc

/// What every message says of its sender (RFC 5424, sections 6.2.4 to 6.2.6).
package struct SyslogOrigin: Sendable, Hashable {
    /// The machine's name, of printable ASCII characters, at most 255; `-` if it has none.
    package let hostName: String
    /// The number of the process.
    package let processID: String

    package init(hostName: String, processID: String) {
        let plain = String(hostName.unicodeScalars.filter { (0x21...0x7e).contains($0.value) }.prefix(255))
        self.hostName = plain.isEmpty ? "-" : plain
        self.processID = processID
    }

    /// This process.
    static var current: SyslogOrigin {
        var bytes = [CChar](repeating: 0, count: 256)
        let isKnown = gethostname(&bytes, bytes.count - 1) == 0
        let name = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return SyslogOrigin(hostName: isKnown ? String(decoding: name, as: UTF8.self) : "", processID: "\(getpid())")
    }
}
