import BlobStorage
import Glibc

/// Makes a system call, again while signals interrupt it, and throws what `errno` says if it fails.
///
/// Returns -1 for the errors that the caller tolerates. `doing` words the error: a verb and a path relative to the root.
@discardableResult
func systemCall<Answer: FixedWidthInteger & SignedInteger>(
    _ doing: @autoclosure () -> String, tolerating tolerated: CInt..., call: () -> Answer
) throws(StorageError) -> Answer {
    while true {
        let answer = call()
        if answer != -1 { return answer }
        let code = errno
        if tolerated.contains(code) { return answer }
        if code != EINTR { throw StorageError(code: code, doing: doing()) }
    }
}

extension StorageError {
    /// The error that an `errno` stands for.
    init(code: CInt, doing: String) {
        let kind: Kind =
            switch code {
            case ENOENT: .missing
            case ENOSPC, EDQUOT, EFBIG: .full
            case EROFS: .readOnly
            // O_NOFOLLOW met a symbolic link, or a file stands where a directory should or the other way round.
            case ELOOP, ENOTDIR, EISDIR: .corrupted
            default: .unavailable
            }
        self.init(kind, "\(doing): \(String(cString: strerror(code)))")
    }
}

/// What the file system says of a file.
struct FileStatus {
    /// Whether it is a regular file, and not a link, a directory or a pipe.
    let isRegular: Bool
    /// Its length in bytes.
    let size: Int64
    /// When its content or its name last changed, in microseconds since 1970 UTC.
    ///
    /// A rename counts, so that a finished object is never older than its finishing.
    let modified: Int64
    /// The file system it is in.
    let device: UInt64

    init(_ status: stat) {
        isRegular = status.st_mode & S_IFMT == S_IFREG
        size = Int64(status.st_size)
        device = UInt64(status.st_dev)
        modified = max(Self.microseconds(status.st_mtim), Self.microseconds(status.st_ctim))
    }

    private static func microseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
