import BlobStorage
import Glibc
import OCI
import Synchronization

/// The directories of a storage: those at the top are made at the start, an object's folder when its first object comes.
///
///     <root>/uploads/<32 digits>                      partial objects
///     <root>/blobs/<algorithm>/<2 digits>/<object>    finished objects
final class StorageTree: Sendable {
    /// The root's absolute path, without symbolic links.
    let path: String
    /// Where the partial objects are.
    let uploads: Directory
    private let algorithms: [Digest.Algorithm: Directory]
    private let folders = Mutex<[ObjectPlace.Folder: Directory]>([:])

    /// Opens the tree below `path` and makes what is missing of it, durable on return.
    init(path: String) throws(StorageError) {
        try Self.makeRoot(path)
        self.path = try Self.resolved(path)
        let root = try Directory(path: self.path, label: "")
        uploads = try Self.made("uploads", in: root)
        let blobs = try Self.made("blobs", in: root)
        var algorithms: [Digest.Algorithm: Directory] = [:]
        for algorithm in Digest.Algorithm.allCases {
            algorithms[algorithm] = try Self.made(algorithm.rawValue, in: blobs)
        }
        self.algorithms = algorithms
        // Not only what was made just now: an earlier start may have stopped before it got here.
        for directory in [root, blobs] + algorithms.values {
            if let error = directory.synchronizeNow() { throw error }
        }
        guard try uploads.file.status().device == blobs.file.status().device else {
            throw StorageError(.unavailable, "\(self.path)/uploads and \(self.path)/blobs must lie in one file system")
        }
    }

    /// The directory of a folder that an object is to be put into: made, durably, if it isn't there.
    func directoryToFill(of folder: ObjectPlace.Folder) throws(StorageError) -> Directory {
        do throws(StorageError) {
            return try directory(of: folder)
        } catch {
            guard error.kind == .missing else { throw error }
        }
        let algorithm = try directory(of: folder.algorithm)
        // Nobody finds the new directory in the table, and so nobody relies on it, before its name is durable.
        return try folders.withLock { folders throws(StorageError) in
            if let known = folders[folder] { return known }
            let directory = try Self.made(folder.name, in: algorithm)
            if let error = algorithm.synchronizeNow() { throw error }
            folders[folder] = directory
            return directory
        }
    }

    /// The directory of a folder, which stays open from its first use on. Throws `missing` before its first object came.
    ///
    /// At most 256 descriptors for each algorithm stay open.
    func directory(of folder: ObjectPlace.Folder) throws(StorageError) -> Directory {
        if let known = folders.withLock({ $0[folder] }) { return known }
        let opened = try open(folder)
        // Whoever was first wins, so that all share one directory and its synchronisation.
        return folders.withLock { folders in
            if let known = folders[folder] { return known }
            folders[folder] = opened
            return opened
        }
    }

    /// The directory of a folder, opened for a visit: a listing comes to all of them and would leave all of them open.
    /// Nil before its first object came.
    func directoryForVisit(of folder: ObjectPlace.Folder) throws(StorageError) -> Directory? {
        if let known = folders.withLock({ $0[folder] }) { return known }
        do throws(StorageError) {
            return try open(folder)
        } catch {
            guard error.kind == .missing else { throw error }
            return nil
        }
    }

    private func open(_ folder: ObjectPlace.Folder) throws(StorageError) -> Directory {
        try directory(of: folder.algorithm).directory(folder.name)
    }

    private func directory(of algorithm: Digest.Algorithm) throws(StorageError) -> Directory {
        guard let directory = algorithms[algorithm] else {
            throw StorageError(.missing, "no directory for \(algorithm)")
        }
        return directory
    }

    /// The absolute path of an object's file.
    func path(of place: ObjectPlace) -> String {
        "\(path)/blobs/\(place.folder.algorithm.rawValue)/\(place.folder.name)/\(place.name)"
    }

    private static func made(_ name: String, in parent: Directory) throws(StorageError) -> Directory {
        try parent.makeDirectory(name)
        return try parent.directory(name)
    }

    /// Makes the root and what is missing above it.
    private static func makeRoot(_ path: String) throws(StorageError) {
        let made = try systemCall("make directory \(path)", tolerating: EEXIST, ENOENT) { mkdir(path, 0o700) }
        if made != 0 {
            var status = stat()
            if stat(path, &status) == 0 { return }
            guard let parent = parent(of: path) else { throw StorageError(.missing, "make directory \(path)") }
            try makeRoot(parent)
            try systemCall("make directory \(path)", tolerating: EEXIST) { mkdir(path, 0o700) }
        }
        if let error = try Directory(path: parent(of: path) ?? ".", label: path).synchronizeNow() { throw error }
    }

    /// The path before the last slash; nil if there is nothing before it.
    private static func parent(of path: String) -> String? {
        var path = Substring(path)
        while path.count > 1, path.last == "/" { path.removeLast() }
        guard let slash = path.lastIndex(of: "/"), path.count > 1 else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func resolved(_ path: String) throws(StorageError) -> String {
        guard let text = realpath(path, nil) else { throw StorageError(code: errno, doing: "resolve \(path)") }
        defer { free(text) }
        return String(cString: text)
    }
}
