import Glibc
import Synchronization

/// A file descriptor that log records are written to, each with one `write(2)`.
///
/// Make one for a process and share it: records of many threads come one after the other, never into each other.
package final class LogOutput: Sendable {
    /// The format in which records are written: `text` or `json`.
    package let format: LogFormat

    private let descriptor: CInt
    private let turn = Mutex(())

    /// An output to standard output, or to another descriptor that stays open as long as this object lives.
    package init(format: LogFormat, descriptor: CInt = STDOUT_FILENO) {
        self.descriptor = descriptor
        self.format = format.resolved(for: descriptor)
    }

    /// Writes a record, and waits while nobody takes it; what can't be written at all (the disk is full, the pipe is closed) is lost.
    func write(_ record: LogRecord) {
        let line = format == .json ? record.json : record.text
        turn.withLock { _ in
            line.withUnsafeBytes(write)
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Somebody who shares the descriptor, such as a shell, has made it non-blocking.
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, -1)
            } else if errno != EINTR {
                return
            }
        }
    }
}
