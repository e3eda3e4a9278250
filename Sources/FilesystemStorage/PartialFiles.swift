import BlobStorage
import Synchronization

/// The partial files that are in use, and those most recently used, whose descriptors stay open between the requests of an upload.
///
/// Nothing is lost with an entry: whatever isn't here is opened again by its name.
final class PartialFiles: Sendable {
    private let uploads: Directory
    private let idleLimit: Int
    private let state = Mutex(State())

    private struct State {
        var files: [PartialName: PartialFile] = [:]
        /// Files that nobody claims, longest idle first.
        var idle: [PartialName] = []
    }

    /// An empty table that keeps at most `idleLimit` files that nobody uses.
    init(uploads: Directory, idleLimit: Int) {
        self.uploads = uploads
        self.idleLimit = idleLimit
    }

    /// Claims a partial object; see `Claims.claim(startingEmpty:)`.
    func claim(_ name: PartialName, startingEmpty: Bool) -> (PartialFile, Claims.Claim) {
        state.withLock { state in
            if let file = state.files[name] {
                state.idle.removeAll { $0 == name }
                return (file, file.claims.claim(startingEmpty: startingEmpty))
            }
            let file = PartialFile(name: name, uploads: uploads)
            state.files[name] = file
            return (file, file.claims.claim(startingEmpty: startingEmpty))
        }
    }

    /// Ends a claim and keeps the file for its next user, unless a newer claim has it.
    ///
    /// Returns a file whose descriptor the caller has to close, because the table was full.
    func release(_ file: PartialFile, _ claim: Claims.Claim) -> PartialFile? {
        state.withLock { state in
            guard file.claims.renounce(claim) else { return nil }
            state.idle.append(file.name)
            guard state.idle.count > idleLimit else { return nil }
            return state.files.removeValue(forKey: state.idle.removeFirst())
        }
    }

    /// Ends a claim and forgets the file, which is no partial object any more, unless a newer claim has it.
    func forget(_ file: PartialFile, _ claim: Claims.Claim) {
        state.withLock { state in
            guard file.claims.renounce(claim) else { return }
            state.files[file.name] = nil
        }
    }
}
