import BlobStorage
import Glibc
import NIOCore
import Synchronization

/// The file of one partial object, written by one claimant at a time.
///
/// Whoever wants to write takes a claim; the newest counts. A claim is checked under the lock that is held while writing, so that not
/// one byte of an appender that was left behind (its connection is dead, but its task doesn't know yet) reaches the file after a
/// newer appender or the finishing has begun, let alone the finished object.
///
/// All functions block, and belong on the storage's pool.
final class PartialFile: Sendable {
    /// How many bytes are written before the kernel is told to start bringing them to the disk.
    ///
    /// So the disk works while a large upload still runs, and the last `fdatasync` doesn't have everything before it.
    private static let writebackUnit: Int64 = 8 << 20

    /// The partial object's name.
    let name: PartialName
    /// Who may write.
    let claims = Claims()
    private let uploads: Directory
    private let state = Mutex(State())

    private struct State {
        var file: OpenFile?
        /// Where the next byte goes.
        var end: Int64 = 0
        /// Up to where the kernel has been told to write back.
        var writtenBack: Int64 = 0
        /// Whether all bytes are known to be on the disk.
        var isDurable = false
        /// Whether the file's name in `uploads/` is known to be on the disk.
        var isNameDurable = false
    }

    /// Names a file that may or may not be there.
    init(name: PartialName, uploads: Directory) {
        self.name = name
        self.uploads = uploads
    }
}

// MARK: Writing

extension PartialFile {
    /// Prepares to append at `offset` and cuts off what lies behind it. Throws `missing` if there are fewer bytes.
    func position(at offset: Int64, claim: Claims.Claim) throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            let file = try open(&state, claim)
            let size = try file.status().size
            guard size >= offset else {
                throw StorageError(.missing, "\(file.label) has \(size) bytes and not \(offset)")
            }
            // Bytes that came or went behind this object's back, by another process, are not known to be on the disk.
            if size != offset || size != state.end { state.isDurable = false }
            if size > offset { try file.truncate(to: offset) }
            state.end = offset
            state.writtenBack = offset
        }
    }

    /// Appends the buffers' readable bytes.
    func append(_ buffers: [ByteBuffer], claim: Claims.Claim) throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            let file = try open(&state, claim)
            state.isDurable = false
            state.end += try file.write(buffers, at: state.end)
            guard state.end - state.writtenBack >= Self.writebackUnit else { return }
            file.startWriteback(from: state.writtenBack, count: state.end - state.writtenBack)
            state.writtenBack = state.end
        }
    }

    /// Makes what was appended durable; returns whether the file's name has to become so too.
    func synchronize(claim: Claims.Claim) throws(StorageError) -> Bool {
        try state.withLock { state throws(StorageError) in
            try makeDurable(&state, try open(&state, claim))
            return !state.isNameDurable
        }
    }

    /// Notes that `uploads/` has been synchronised since the claimant made or opened the file.
    func noteDurableName(claim: Claims.Claim) {
        state.withLock { state in
            if claims.isNewest(claim) { state.isNameDurable = state.file != nil }
        }
    }

    /// Empties the file if the claim began at offset 0 and nothing has been done since; doesn't make one.
    func emptyIfThere(claim: Claims.Claim) throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            _ = try open(&state, claim, making: false)
        }
    }

    /// Lets go of the descriptor; everything can go on later with another one.
    func closeDescriptor() {
        state.withLock { $0 = State() }
    }

    /// Removes the file.
    func cancel() throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            state = State()
            try uploads.remove(name.text)
        }
    }
}

// MARK: Finishing

extension PartialFile {
    /// Makes the file durable and gives it its final name, which is durable only when `destination` has been synchronised.
    ///
    /// Throws `sizeMismatch` if it doesn't have `size` bytes, `missing` if there is no such file and never was one that got the final
    /// name.
    func finish(
        as finalName: String, in destination: Directory, size: Int64, claim: Claims.Claim
    ) throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            let file: OpenFile
            do throws(StorageError) {
                file = try open(&state, claim)
            } catch {
                guard error.kind == .missing else { throw error }
                if try wasFinished(as: finalName, in: destination, size: size) { return }
                guard size == 0 else { throw error }
                file = try uploads.openFile(name.text, O_WRONLY | O_CREAT)
            }
            let found = try file.status().size
            guard found == size else {
                throw StorageError(.sizeMismatch, "\(file.label) has \(found) bytes and not \(size)")
            }
            if found != state.end { state.isDurable = false }
            try makeDurable(&state, file)
            if try wasFinished(as: finalName, in: destination, size: size) {
                // A finished object is never replaced; what is here is an attempt to do it all again.
                try uploads.remove(name.text)
            } else {
                try uploads.move(name.text, to: destination, as: finalName)
            }
            state = State()
        }
    }

    /// Whether the object already has its final name; if so its age starts anew.
    private func wasFinished(
        as finalName: String, in destination: Directory, size: Int64
    ) throws(StorageError) -> Bool {
        guard let status = try destination.status(of: finalName), status.isRegular, status.size == size else {
            return false
        }
        try destination.touch(finalName)
        return true
    }
}

// MARK: The descriptor

extension PartialFile {
    /// The open file, after it has been made or emptied if the claim begins so.
    ///
    /// Throws `superseded` if there is a newer claim, `missing` if there is no file.
    private func open(
        _ state: inout State, _ claim: Claims.Claim, making: Bool = true
    ) throws(StorageError) -> OpenFile {
        guard claims.isNewest(claim) else {
            throw StorageError(.superseded, "uploads/\(name.text) has been taken over")
        }
        let startsEmpty = claims.startsEmpty
        if !startsEmpty, let file = state.file { return file }
        let emptying = making ? O_CREAT | O_TRUNC : O_TRUNC
        let file = try uploads.openFile(name.text, startsEmpty ? O_WRONLY | emptying : O_WRONLY)
        state = State(file: file)
        if startsEmpty { claims.noteEmptied(by: claim) }
        return file
    }

    private func makeDurable(_ state: inout State, _ file: OpenFile) throws(StorageError) {
        guard !state.isDurable else { return }
        do throws(StorageError) {
            try file.synchronizeContent()
        } catch {
            throw discard(&state, error)
        }
        state.isDurable = true
    }

    /// Removes the file after the disk has refused some of its bytes.
    ///
    /// The kernel forgets which ones after telling once, so the next `fdatasync` would succeed without them.
    private func discard(_ state: inout State, _ error: StorageError) -> StorageError {
        state = State()
        try? uploads.remove(name.text)
        return error
    }
}
