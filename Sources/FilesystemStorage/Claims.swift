import Synchronization

/// Who may write to a partial object: of all who have claimed it, the newest.
///
/// Nothing here blocks, so a claim can be taken without leaving the task's thread.
final class Claims: Sendable {
    /// The right to write, until somebody takes a newer one.
    struct Claim: Equatable, Sendable {
        fileprivate let number: UInt64
    }

    private let state = Mutex(State())

    private struct State {
        var newest: UInt64 = 0
        var startsEmpty = false
    }

    /// Takes the partial object over; `startingEmpty` says that the claimant begins at offset 0, whatever is there.
    func claim(startingEmpty: Bool) -> Claim {
        state.withLock { state in
            state.newest += 1
            state.startsEmpty = state.startsEmpty || startingEmpty
            return Claim(number: state.newest)
        }
    }

    /// Whether nobody has taken a newer claim.
    func isNewest(_ claim: Claim) -> Bool {
        state.withLock { $0.newest == claim.number }
    }

    /// Ends a claim if it is the newest, so that nobody has one; returns whether it was.
    func renounce(_ claim: Claim) -> Bool {
        state.withLock { state in
            guard state.newest == claim.number else { return false }
            state.newest += 1
            return true
        }
    }

    /// Whether the file has yet to be made or emptied before anything else is done with it.
    ///
    /// Outlives the claim that wished it.
    var startsEmpty: Bool {
        state.withLock { $0.startsEmpty }
    }

    /// Notes that the file has been made or emptied, unless somebody has claimed it anew meanwhile: once more does no harm.
    func noteEmptied(by claim: Claim) {
        state.withLock { state in
            guard state.newest == claim.number else { return }
            state.startsEmpty = false
        }
    }
}
