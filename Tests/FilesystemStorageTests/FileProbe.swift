import FilesystemStorage
import Glibc
import RegistryTesting

/// Looks at files and makes them behind the storage's back.
enum FileProbe {
    /// An error of a system call that a test needs.
    struct Failure: Error {
        let path: String
        let code: CInt
    }

    /// The permission bits of a file or directory; nil if there is none.
    static func permissions(_ path: String) -> mode_t? {
        status(path).map { $0.st_mode & 0o7777 }
    }

    /// The length of a file; nil if there is none.
    static func size(_ path: String) -> Int? {
        status(path).map { Int($0.st_size) }
    }

    /// When a file's content last changed, in microseconds since 1970; nil if there is none.
    static func modified(_ path: String) -> Int64? {
        status(path).map { Int64($0.st_mtim.tv_sec) * 1_000_000 + Int64($0.st_mtim.tv_nsec) / 1000 }
    }

    /// Makes or replaces a file.
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        try check(descriptor, path)
        defer { close(descriptor) }
        try check(CInt(Glibc.write(descriptor, text, text.utf8.count)), path)
    }

    /// The text of a file.
    static func read(_ path: String) throws -> String {
        let descriptor = open(path, O_RDONLY)
        try check(descriptor, path)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        try check(CInt(count), path)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Makes a directory, whose parent is there, unless it is there too.
    static func makeDirectory(_ path: String) throws {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw Failure(path: path, code: errno) }
    }

    /// Makes a symbolic link.
    static func link(_ path: String, to target: String) throws {
        try check(symlink(target, path), path)
    }

    /// Moves a file.
    static func move(_ path: String, to destination: String) throws {
        try check(rename(path, destination), path)
    }

    /// Throws what `errno` says if a system call failed.
    static func check(_ answer: CInt, _ path: String) throws {
        guard answer >= 0 else { throw Failure(path: path, code: errno) }
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }
}

/// Runs a body with a storage in a fresh directory, and with the directory's path.
func withStorage(_ body: (FilesystemStorage, String) async throws -> Void) async throws {
    try await TemporaryDirectory.with { path in
        try await body(FilesystemStorage(root: path, threads: 2), path)
    }
}
