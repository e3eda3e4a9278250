import Glibc

/// The directory of an embedded registry: its database, its blobs, its lock and its control socket.
package struct DataDirectory: Sendable {
    /// Why the directory can't be used.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package let path: String

    /// Makes the directory if it is missing, for its owner only; throws `Failure`.
    package init(path: String) throws {
        self.path = path
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            made += made.isEmpty && part.isEmpty ? "/" : part + "/"
            if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EISDIR, errno != EACCES {
                throw Self.failure("make the data directory", path)
            }
        }
        guard access(path, W_OK | X_OK) == 0 else { throw Self.failure("write to the data directory", path) }
        controlSocket = try Self.socketName(in: path)
    }

    package var databaseFile: String { path + "/haven.sqlite" }
    package var storageDirectory: String { path + "/storage" }
    /// The control socket, under a name that fits a socket address (unix(7): 107 bytes) however long the path is.
    package let controlSocket: String

    private static func socketName(in path: String) throws -> String {
        let name = path + "/control.sock"
        guard name.utf8.count > 107 else { return name }
        // The descriptor stays open for as long as the process runs, as the name goes through it.
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open the data directory", path) }
        return "/proc/self/fd/\(descriptor)/control.sock"
    }

    /// Takes the directory for this process until it ends; nil if another process has it. Throws `Failure`.
    package func lock() throws -> Lock? {
        let descriptor = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("open the lock in", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            close(descriptor)
            if isTaken { return nil }
            throw Self.failure("lock", path)
        }
        return Lock(descriptor: descriptor)
    }

    /// The right to the directory; it ends when this goes.
    package final class Lock: Sendable {
        private let descriptor: CInt
        init(descriptor: CInt) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    private static func failure(_ what: String, _ path: String) -> Failure {
        Failure(description: "can't \(what) \(path): \(String(cString: strerror(errno)))")
    }
}
