/// What a listing says of a finished object.
package struct ObjectInformation: Sendable, Hashable {
    /// The object's name.
    package let key: ObjectKey
    /// Its length in bytes.
    package let size: Int64
    /// When it last changed, in microseconds since 1970 UTC, by the store's clock.
    ///
    /// In a file system that is no earlier than the moment it was finished; an object store may count from the upload's beginning, so
    /// that a collector has to ask the open upload sessions too.
    package let modified: Int64

    /// One line of a listing.
    package init(key: ObjectKey, size: Int64, modified: Int64) {
        self.key = key
        self.size = size
        self.modified = modified
    }
}

/// A driver's own word for an unfinished object.
///
/// The caller keeps it beside the upload session and gives it back, maybe after a restart or on another machine. It means nothing to
/// anyone but the driver (a file's name; for S3 the key, the upload's id and the parts' tags).
package struct PartialObject: Sendable, Hashable {
    /// With so many characters a word begins that are its upload's own: those of `ObjectKey.distinguisher`.
    package static let distinguisherLength = 16

    /// The word itself: printable ASCII.
    package let encoded: String

    /// Takes a stored word as it is; the driver checks it when it is used.
    package init(encoded: String) {
        self.encoded = encoded
    }
}

/// What a listing says of a partial object.
package struct PartialObjectInformation: Sendable, Hashable {
    /// The partial object.
    package let partial: PartialObject
    /// How many bytes it has; some of them may not be durable, or may lie past the offset its session knows.
    package let size: Int64
    /// When it last changed, in microseconds since 1970 UTC, by the store's clock.
    package let modified: Int64

    /// One line of a listing.
    package init(partial: PartialObject, size: Int64, modified: Int64) {
        self.partial = partial
        self.size = size
        self.modified = modified
    }
}

/// An object that could not be deleted, and why.
package struct DeletionFailure: Sendable, Hashable {
    /// The object that is still there.
    package let key: ObjectKey
    /// What stood in the way.
    package let error: StorageError

    /// One failure of a bulk deletion.
    package init(key: ObjectKey, error: StorageError) {
        self.key = key
        self.error = error
    }
}

/// How much a store holds.
package struct StorageCapacity: Sendable, Hashable {
    /// All of it, in bytes.
    package let total: Int64
    /// What this process may still write, in bytes.
    package let free: Int64

    /// A reading of the store's size.
    package init(total: Int64, free: Int64) {
        self.total = total
        self.free = free
    }
}

/// A finished object as a file of this machine.
package struct FileLocation: Sendable, Hashable {
    /// The file's absolute path; a deletion may take it away at any time.
    package let path: String
    /// A descriptor open for reading that belongs to the reader and is valid until it closes, even if the object is deleted meanwhile.
    ///
    /// `sendfile(2)` and `pread(2)` with explicit offsets may share it; duplicate it to keep it longer than the reader.
    package let descriptor: CInt

    /// Names a file that the reader has open.
    package init(path: String, descriptor: CInt) {
        self.path = path
        self.descriptor = descriptor
    }
}
