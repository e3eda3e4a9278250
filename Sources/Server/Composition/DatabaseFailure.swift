import HTTPServing
import SQL

/// What clients see of errors of the database: surfaces don't know it.
enum DatabaseFailure {
    /// The failure for an error of the database; nil for any other and for the program's own mistakes.
    @Sendable static func httpFailure(for error: any Error) -> HTTPFailure? {
        guard let error = error as? DatabaseError else { return nil }
        return switch error.kind {
        case .storageFull: .storageFull
        case .busy, .timedOut, .connectionLost, .outcomeUnknown, .serializationFailure, .deadlock:
            .unavailable("the database is not available now")
        case .readOnly: .unavailable("the database takes no writes now")
        default: nil
        }
    }
}
