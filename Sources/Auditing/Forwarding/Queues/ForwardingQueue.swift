/// What is to be forwarded, in its order; each record has a place, and places grow.
///
/// A record stays in the queue until it is confirmed, so that it can be sent again when a connection has failed.
protocol ForwardingQueue: Sendable {
    /// What there is to send; nil if there is nothing for this process. Throws `DatabaseError`.
    mutating func look() async throws -> ForwardingBacklog?

    /// The records behind a place, at most `limit` of them; throws `DatabaseError`.
    func records(behind place: Int64, limit: Int) async throws -> [ForwardedRecord]

    /// Gives up the records up to a place, which have arrived; throws `DatabaseError`, or `ForwardingElsewhere`.
    func confirm(upTo place: Int64) async throws

    /// Gives up everything: nothing is forwarded any more. Throws `DatabaseError`.
    func discard() async throws

    /// Lets other processes go on from here; throws `DatabaseError`.
    mutating func release() async throws
}

/// A record and its place in its queue.
struct ForwardedRecord: Sendable {
    let place: Int64
    let record: AuditRecord
}

/// From where to where a queue reaches.
struct ForwardingBacklog: Sendable, Hashable {
    /// The place of the last record that is known to have arrived.
    let confirmed: Int64
    /// The place of the newest record.
    let newest: Int64
}

/// The error of a queue that another process sends from now.
struct ForwardingElsewhere: Error {}
