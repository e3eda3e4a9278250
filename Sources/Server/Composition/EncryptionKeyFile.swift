import Cryptography
import Glibc

/// The file of the key that kept secrets are encrypted with: 32 random bytes in base 64, for its owner's eyes only.
enum EncryptionKeyFile {
    /// Reads the key; a missing file of the data directory is made. Throws `DataDirectory.Failure`.
    static func key(setting: String?, directory: DataDirectory) throws -> EncryptionKey {
        let path = setting ?? directory.path + "/encryption.key"
        if let key = try read(path) { return key }
        // A file that somebody named and that isn't there is a mistake: a new key would make old secrets unreadable.
        guard setting == nil else { throw DataDirectory.Failure(description: "the key file \(path) is missing") }
        try make(path)
        guard let key = try read(path) else { throw failure("read", path) }
        return key
    }

    private static func read(_ path: String) throws -> EncryptionKey? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("read", path)
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count >= 0 else { throw failure("read", path) }
        let text = String(decoding: buffer[..<count].filter { $0 > 0x20 }, as: UTF8.self)
        guard let bytes = Base64.decode(text), let key = try? EncryptionKey(bytes: bytes) else {
            throw DataDirectory.Failure(
                description: "\(path) holds no key: it is 32 bytes in base 64, as openssl rand -base64 32 writes them")
        }
        return key
    }

    /// Writes beside and links, so that of two that start at once one wins and nobody sees half a key.
    private static func make(_ path: String) throws {
        let unfinished = "\(path).\(getpid())"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("make", path) }
        defer {
            close(descriptor)
            unlink(unfinished)
        }
        let text = Array((Base64.encode(try SecureRandom.bytes(EncryptionKey.length)) + "\n").utf8)
        guard write(descriptor, text, text.count) == text.count, fsync(descriptor) == 0 else {
            throw failure("write", path)
        }
        guard link(unfinished, path) == 0 || errno == EEXIST else { throw failure("make", path) }
    }

    private static func failure(_ what: String, _ path: String) -> DataDirectory.Failure {
        DataDirectory.Failure(description: "can't \(what) the key file \(path): \(String(cString: strerror(errno)))")
    }
}
