import FoundationEssentials
import Glibc

/// Sends a command to a running registry through its socket.
struct ControlClient {
    let path: String

    /// Sends a command and waits for its outcome; nil if no registry listens there.
    func send(_ command: ControlCommand) throws -> ControlOutcome? {
        guard let descriptor = connected() else { return nil }
        defer { close(descriptor) }
        try writeAll(Array(JSONEncoder().encode(command)) + [UInt8(ascii: "\n")], to: descriptor)
        let answer = try readAll(from: descriptor)
        guard !answer.isEmpty else {
            throw DataDirectory.Failure(description: "the registry stopped before it answered: try again")
        }
        return try JSONDecoder().decode(ControlOutcome.self, from: Data(answer))
    }

    /// Whether a registry listens there.
    var isAnswered: Bool {
        guard let descriptor = connected() else { return false }
        close(descriptor)
        return true
    }

    private func connected() -> CInt? {
        let bytes = Array(path.utf8CString)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { target in
            bytes.withUnsafeBytes { target.copyMemory(from: $0) }
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: CInt) throws {
        var offset = 0
        while offset < bytes.count {
            let count = bytes[offset...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DataDirectory.Failure(description: "the registry hung up: try again") }
            offset += count
        }
    }

    private func readAll(from descriptor: CInt) throws -> [UInt8] {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return answer }
            answer += buffer[..<count]
        }
    }
}
