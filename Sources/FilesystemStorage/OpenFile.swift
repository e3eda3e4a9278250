import BlobStorage
import Glibc

/// An open file descriptor that closes itself when nobody refers to it any more.
final class OpenFile: Sendable {
    /// The descriptor; valid as long as this object lives.
    let descriptor: CInt
    /// The file's path below the root, for the words of errors.
    let label: String

    /// Takes a descriptor over.
    init(adopting descriptor: CInt, label: String) {
        self.descriptor = descriptor
        self.label = label
    }

    deinit {
        // What was written is already synchronised where that matters, so nothing is learnt from an error.
        _ = close(descriptor)
    }

    /// Asks the file system about the file.
    func status() throws(StorageError) -> FileStatus {
        var status = stat()
        try systemCall("stat \(label)") { fstat(descriptor, &status) }
        return FileStatus(status)
    }

    /// Cuts the file off behind its first `length` bytes.
    func truncate(to length: Int64) throws(StorageError) {
        try systemCall("truncate \(label)") { ftruncate(descriptor, off_t(length)) }
    }

    /// Makes the file's bytes and its length durable.
    func synchronizeContent() throws(StorageError) {
        try systemCall("synchronise \(label)") { fdatasync(descriptor) }
    }

    /// Has the kernel start to write a range of the file to the disk, and doesn't wait for it; errors wait for `synchronizeContent()`.
    func startWriteback(from offset: Int64, count: Int64) {
        // The advice is about the cache, but pages that are still to be written stay in it: they only begin to be written now.
        _ = posix_fadvise(descriptor, off_t(offset), off_t(count), POSIX_FADV_DONTNEED)
    }
}
