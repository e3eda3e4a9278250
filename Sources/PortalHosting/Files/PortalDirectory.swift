import Glibc

/// A directory that holds a built portal: `index.html`, files beside it, and `assets/`.
struct PortalDirectory: Sendable {
    /// What changes with a new build.
    struct Stamp: Hashable, Sendable {
        /// File number, size and time of `index.html`, then of `assets`.
        fileprivate let figures: [Int64]
    }

    static let maximumBytes = 16 << 20
    static let maximumFiles = 2000
    static let assets = "assets"
    /// Where it is; links on the way to it are followed, links in it are not.
    let path: String

    /// What the file system says of the portal; nil if there is none.
    func stamp() -> Stamp? {
        guard let index = Self.figures(of: path + "/" + PortalFiles.indexName) else { return nil }
        return Stamp(figures: index + (Self.figures(of: path + "/" + Self.assets) ?? []))
    }

    /// Reads everything into memory; `newest`: when one of the files was last written, in seconds since 1970.
    ///
    /// Only regular files with plain names count. Throws `PortalDirectoryError`.
    func read() throws(PortalDirectoryError) -> (files: PortalFiles, newest: Int) {
        var reading = Reading()
        let root = try reading.contents(of: path, label: path, mayBeMissing: false)
        let assets = try reading.contents(of: path + "/" + Self.assets, label: Self.assets, mayBeMissing: true)
        return (try PortalFiles(root: root, assets: assets), reading.newest)
    }

    private static func figures(of path: String) -> [Int64]? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return [
            Int64(status.st_ino), Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
        ]
    }
}

/// What was read so far, held against the bounds.
private struct Reading {
    private var bytes = 0
    private var count = 0
    private(set) var newest = 0

    /// Reads the files that lie right in a directory.
    mutating func contents(
        of path: String, label: String, mayBeMissing: Bool
    ) throws(PortalDirectoryError) -> [String: [UInt8]] {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (mayBeMissing ? O_NOFOLLOW : 0))
        guard descriptor >= 0 else {
            if mayBeMissing, errno == ENOENT { return [:] }
            throw .unreadable(label, reason: String(cString: strerror(errno)))
        }
        guard let listing = fdopendir(descriptor) else {
            close(descriptor)
            throw .unreadable(label, reason: "no memory")
        }
        defer { closedir(listing) }
        var contents: [String: [UInt8]] = [:]
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard PortalFileName.isValid(name) else { continue }
            contents[name] = try file(name, in: descriptor)
        }
        return contents
    }

    /// Reads a file; nil for anything but a regular one.
    private mutating func file(_ name: String, in directory: CInt) throws(PortalDirectoryError) -> [UInt8]? {
        let descriptor = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ELOOP || errno == ENOENT || errno == ENXIO { return nil }
            throw .unreadable(name, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        count += 1
        guard count <= PortalDirectory.maximumFiles else { throw .tooManyFiles(maximum: PortalDirectory.maximumFiles) }
        guard Int(status.st_size) <= PortalDirectory.maximumBytes - bytes else {
            throw .tooLarge(maximum: PortalDirectory.maximumBytes)
        }
        newest = max(newest, status.st_mtim.tv_sec)
        let content = try Self.bytes(of: descriptor, count: Int(status.st_size), name: name)
        bytes += content.count
        return content
    }

    /// Reads at most the bytes that the file had when it was looked at: one that grows meanwhile is read again later.
    private static func bytes(of descriptor: CInt, count: Int, name: String) throws(PortalDirectoryError) -> [UInt8] {
        var failure: CInt = 0
        let content = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                filled += got
            }
        }
        guard failure == 0 else { throw .unreadable(name, reason: String(cString: strerror(failure))) }
        return content
    }
}
