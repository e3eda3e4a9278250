import NIOCore
import SystemConfiguration

extension SyslogTransport {
    /// How many bytes a message may have: what receivers should take (RFC 5426, section 3.2), or rsyslog's bound.
    var maximumMessage: Int { self == .udp ? 2048 : 8192 }

    /// The writes that carry messages: one for all of them, or one for each where they are datagrams.
    func frames(_ messages: [SyslogMessage]) -> [ByteBuffer] {
        guard self != .udp else { return messages.map { ByteBuffer(bytes: $0.bytes) } }
        var stream = ByteBuffer()
        stream.reserveCapacity(messages.reduce(0) { $0 + $1.bytes.count + 8 })
        for message in messages {
            if self == .tls { stream.writeString("\(message.bytes.count) ") }
            stream.writeBytes(message.bytes)
            if self == .tcp { stream.writeInteger(UInt8(ascii: "\n")) }
        }
        return [stream]
    }
}
