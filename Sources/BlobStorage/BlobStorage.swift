package import NIOCore
package import OCI

/// A place that keeps the bytes of blobs: a driver that every room above uses without knowing whether it is a disk or an object store.
///
/// An object begins as a *partial object* that an appender fills, maybe across several requests, restarts and machines, and ends as
/// a *finished object* under an `ObjectKey` that no other upload ever gets, so that nothing is ever overwritten. The database maps a
/// digest to the key; a driver neither hashes nor looks at what it stores (OCI Distribution 1.1, "Pushing Blobs", is the surface's
/// business).
///
/// Every function throws only `StorageError` (or `CancellationError` where a driver can stop early).
package protocol BlobStorage: Sendable {
    /// Names a new, empty partial object.
    ///
    /// A driver may leave everything else to the first append: a session that never receives a byte then costs nothing.
    /// The word begins with the distinguisher of the key that finishing will give, so that a finished object and its
    /// upload can be told to belong together.
    func beginObject() async throws -> PartialObject

    /// Opens a partial object to append behind its first `offset` bytes; whatever lies past them is cut off.
    ///
    /// Makes every earlier appender of this partial object in this process throw `superseded` from now on. Throws `missing` if the
    /// partial object doesn't have `offset` bytes; at offset 0 there is nothing to miss.
    func appender(to partial: PartialObject, at offset: Int64) async throws -> any ObjectAppender

    /// Turns a partial object of exactly `size` bytes into a finished one, durable on return.
    ///
    /// May be called again with the same arguments after a crash or a lost answer: while the finished object is there, the same key is
    /// returned. Throws `sizeMismatch` if the partial object has more or fewer bytes (it stays as it is), `missing` if there is none.
    func finishObject(_ partial: PartialObject, digest: Digest, size: Int64) async throws -> ObjectKey

    /// Throws a partial object away; it is no error if it isn't there.
    func cancelObject(_ partial: PartialObject) async throws

    /// Opens a finished object; a deletion meanwhile doesn't disturb the reader of a driver that says so. Throws `missing`.
    func openObject(_ key: ObjectKey) async throws -> any ObjectReader

    /// An address from which a client may fetch the object by itself for `lifetime`; nil if this driver only streams.
    func presignedLocation(of key: ObjectKey, expiresIn lifetime: Duration) async throws -> String?

    /// Deletes finished objects and returns those it could not delete; what isn't there counts as deleted.
    ///
    /// A deletion need not be durable: an object that reappears after a crash is listed, and so collected, again.
    func deleteObjects(_ keys: [ObjectKey]) async throws -> [DeletionFailure]

    /// The finished objects whose keys come after `key`, in key order, at most `limit` of them; fewer than `limit` means the end.
    func listObjects(after key: ObjectKey?, limit: Int) async throws -> [ObjectInformation]

    /// The partial objects that come after `partial`, in the order of their encoded form, at most `limit`; fewer means the end.
    ///
    /// Lets a collector find those that no upload session knows any more. Partial objects without a byte may be left out.
    func listPartialObjects(after partial: PartialObject?, limit: Int) async throws -> [PartialObjectInformation]

    /// Throws unless an object can be written right now.
    func health() async throws

    /// How much space there is; nil where that has no meaning.
    func capacity() async throws -> StorageCapacity?
}

/// The end of a partial object at which bytes are appended; used by one task at a time.
///
/// Close every appender; dropping one without closing it costs resources, never correctness.
package protocol ObjectAppender: Sendable {
    /// Appends the readable bytes of the buffers, in order; returns when the kernel or the far side has them, durable or not.
    ///
    /// After an error the partial object's end is unknown: open a new appender at an offset known to be good.
    func append(_ buffers: [ByteBuffer]) async throws

    /// Makes all appended bytes durable and returns the partial object to keep from now on.
    ///
    /// If that fails, what had been appended is gone, and the partial object may be `missing` from now on.
    func synchronize() async throws -> PartialObject

    /// Gives the end back; nothing more may be appended. Doesn't make anything durable.
    func close() async
}

/// A finished object opened for reading.
///
/// Close every reader; dropping one without closing it costs resources, never correctness.
package protocol ObjectReader: Sendable {
    /// The object's length in bytes.
    var size: Int64 { get }

    /// Where the bytes lie as a file that `sendfile(2)` can send; nil if they don't.
    var file: FileLocation? { get }

    /// Reads `count` bytes from `offset`; fewer only at the end of the object, none behind it.
    ///
    /// Throws `corrupted` if the object turns out shorter than `size`.
    func read(at offset: Int64, count: Int) async throws -> ByteBuffer

    /// Lets go of the object; nothing may be read any more, nor `file` be used.
    func close() async
}
