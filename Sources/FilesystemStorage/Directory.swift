import BlobStorage
import Glibc
import Synchronization

/// An open directory; every file in it is reached through it, so that no path is walked and no symbolic link followed.
final class Directory: Sendable {
    /// The directory itself.
    let file: OpenFile
    private let synchronization = Mutex(Synchronization())

    private struct Synchronization {
        /// Whether some thread is in `fsync` now.
        var isRunning = false
        /// Those whose changes the running `fsync` may have missed.
        var waiting: [@Sendable (StorageError?) -> Void] = []
    }

    /// The directory's path below the root, for the words of errors.
    var label: String { file.label }

    /// Opens a directory by its path; `path` may pass through symbolic links.
    init(path: String, label: String) throws(StorageError) {
        let descriptor = try systemCall("open \(path)") { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        file = OpenFile(adopting: descriptor, label: label)
    }

    private init(file: OpenFile) {
        self.file = file
    }

    /// Opens a directory in this one. Throws `corrupted` if it is a symbolic link or no directory.
    func directory(_ name: String) throws(StorageError) -> Directory {
        Directory(file: try openFile(name, O_RDONLY | O_DIRECTORY))
    }

    /// Makes a directory, open to nobody but this user, unless it is there.
    func makeDirectory(_ name: String) throws(StorageError) {
        try systemCall("make directory \(path(of: name))", tolerating: EEXIST) { mkdirat(file.descriptor, name, 0o700) }
    }

    /// Opens a file, or makes it for nobody but this user, as the `open(2)` flags say; symbolic links are refused as `corrupted`.
    ///
    /// Never waits for the other end of a pipe that somebody has put there.
    func openFile(_ name: String, _ flags: CInt) throws(StorageError) -> OpenFile {
        let descriptor = try systemCall("open \(path(of: name))") {
            openat(file.descriptor, name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
        }
        return OpenFile(adopting: descriptor, label: path(of: name))
    }

    /// What the file system says of a file, not following a link; nil if there is none.
    func status(of name: String) throws(StorageError) -> FileStatus? {
        var status = stat()
        let answer = try systemCall("stat \(path(of: name))", tolerating: ENOENT) {
            fstatat(file.descriptor, name, &status, AT_SYMLINK_NOFOLLOW)
        }
        return answer == 0 ? FileStatus(status) : nil
    }

    /// Sets a file's times to now.
    func touch(_ name: String) throws(StorageError) {
        try systemCall("touch \(path(of: name))") { utimensat(file.descriptor, name, nil, AT_SYMLINK_NOFOLLOW) }
    }

    /// Removes a file's name; it is no error if there is none.
    func remove(_ name: String) throws(StorageError) {
        try systemCall("remove \(path(of: name))", tolerating: ENOENT) { unlinkat(file.descriptor, name, 0) }
    }

    /// Moves a file into another directory of the same file system, in place of what has that name there.
    func move(_ name: String, to destination: Directory, as newName: String) throws(StorageError) {
        try systemCall("move \(path(of: name)) to \(destination.path(of: newName))") {
            renameat(file.descriptor, name, destination.file.descriptor, newName)
        }
    }

    /// How the directory's file system is filled.
    func capacity() throws(StorageError) -> StorageCapacity {
        var reading = statvfs()
        try systemCall("measure \(label)") { fstatvfs(file.descriptor, &reading) }
        let unit = Int64(reading.f_frsize)
        return StorageCapacity(total: Int64(reading.f_blocks) * unit, free: Int64(reading.f_bavail) * unit)
    }

    /// Makes the directory's entries durable, as they were when this was called or later, and then calls `done` on some thread.
    ///
    /// Callers that arrive while an `fsync` runs share the next one, which the thread of the running one does for them: they don't
    /// occupy a thread, and a crowd costs two calls and not one each.
    func synchronize(_ done: @escaping @Sendable (StorageError?) -> Void) {
        let isAlone = synchronization.withLock { state in
            state.waiting.append(done)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        guard isAlone else { return }
        while case let waiting = nextWaiting(), !waiting.isEmpty {
            let error = synchronizeNow()
            for done in waiting { done(error) }
        }
    }

    /// Makes the directory's entries durable.
    func synchronizeNow() -> StorageError? {
        do throws(StorageError) {
            try systemCall("synchronise \(label)") { fsync(file.descriptor) }
            return nil
        } catch {
            return error
        }
    }

    private func nextWaiting() -> [@Sendable (StorageError?) -> Void] {
        synchronization.withLock { state in
            defer { state.waiting = [] }
            state.isRunning = !state.waiting.isEmpty
            return state.waiting
        }
    }

    private func path(of name: String) -> String {
        label.isEmpty ? name : "\(label)/\(name)"
    }
}
