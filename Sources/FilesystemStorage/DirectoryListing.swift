import BlobStorage
import Glibc

extension Directory {
    /// The names of everything in the directory but `.` and `..`, in no order.
    func names() throws(StorageError) -> [String] {
        // The stream needs a position of its own, so that two listings don't disturb each other.
        let descriptor = try systemCall("list \(label)") {
            openat(file.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        guard let stream = fdopendir(descriptor) else {
            let error = StorageError(code: errno, doing: "list \(label)")
            _ = close(descriptor)
            throw error
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    String(cString: $0)
                }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw StorageError(code: errno, doing: "list \(label)") }
        return names
    }

    /// The regular files whose names come after `name` and satisfy the condition, in the order of their names, at most `limit`.
    func files(
        after name: String?, limit: Int, where isWanted: (String) -> Bool
    ) throws(StorageError) -> [(name: String, status: FileStatus)] {
        var files: [(name: String, status: FileStatus)] = []
        for candidate in try names().filter({ $0 > name ?? "" && isWanted($0) }).sorted() {
            guard files.count < limit else { break }
            // A file that goes while the directory is being read is not there.
            guard let status = try status(of: candidate), status.isRegular else { continue }
            files.append((candidate, status))
        }
        return files
    }
}
