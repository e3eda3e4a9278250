import Admission
import SQL
import SystemConfiguration
import Time

/// Adds bytes to what a project uses, if its limit allows it.
///
/// On SQLite there is one writer, and a check is exact by itself. On PostgreSQL pushes run beside each other and don't
/// see what the others are about to add. They don't queue, with two exceptions, by which usage still never passes the
/// limit h:
///
/// - A push is *small* if it adds at most h/2560 and finds that usage with its own bytes is at most 95 % of h. It holds
///   the project's advisory lock shared from before that reading until it is committed.
/// - Any other push takes the lock exclusively, and then checks exactly.
///
/// No more than 128 transactions are open at once: that many connections all nodes have together (PostgreSQL's own
/// default is 100). Proof that committed usage stays at most h. Let L be the small push that read last before a moment,
/// at a time r. If an exclusive push has checked since r, no small push was open then, for it had the lock, and none
/// has read since: usage is what that push found, at most h. Otherwise only small pushes that were open at r have been
/// committed since, L among them, at most 128, each with at most h/2560: at most 5 % of h together. At r usage was at
/// most 95 % of h. Deletions only lower usage. ∎
///
/// A limit counts for pushes that begin after it was set. A project without one never locks anything here.
struct QuotaCharge {
    let projectID: Int64
    let configuration: ConfigurationService
    let now: Timestamp

    private static let concurrentPushes: Int64 = 128
    /// Rows of the ledger that are worth folding by a push that has the project to itself.
    private static let foldedRows = 64

    /// Adds bytes and gives the warning that is due then; throws `AdmissionError.quotaExceeded` if they are too many and
    /// limits are enforced.
    func run(_ bytes: Int64, on connection: any SQLConnection) throws -> QuotaNotice? {
        guard bytes > 0 else { return nil }
        let usage = try admit(bytes, on: connection)
        try QuotaStore.append(bytes, projectID: projectID, on: connection)
        return usage.flatMap { usage in
            usage.limit.flatMap { QuotaNotice(used: usage.used + bytes, limit: $0) }
        }
    }

    /// Gives the usage that the bytes come to; nil if there is no limit.
    private func admit(_ bytes: Int64, on connection: any SQLConnection) throws -> QuotaStore.Usage? {
        var usage = try QuotaStore.usage(projectID: projectID, on: connection)
        guard usage.limit != nil, try configuration.values(on: connection).isQuotaEnabled else { return nil }
        if connection.dialect == .postgresql {
            // The first look is stricter than the second: who passes it hardly ever fails that one, and has to ask for
            // the lock a second time.
            if Self.isSmall(bytes, usage, percent: 90) {
                try lock("pg_advisory_xact_lock_shared", on: connection)
                usage = try QuotaStore.usage(projectID: projectID, on: connection)
                if Self.isSmall(bytes, usage, percent: 95) { return usage }
            }
            try lock("pg_advisory_xact_lock", on: connection)
            usage = try QuotaStore.usage(projectID: projectID, on: connection)
        }
        if let limit = usage.limit, bytes > limit - usage.used {
            throw AdmissionError.quotaExceeded(adding: bytes, used: usage.used, limit: limit)
        }
        if usage.ledgerRows >= Self.foldedRows {
            try LedgerFolding.fold(projectID: projectID, now: now, on: connection)
        }
        return usage
    }

    private static func isSmall(_ bytes: Int64, _ usage: QuotaStore.Usage, percent: Int64) -> Bool {
        guard let limit = usage.limit else { return true }
        return bytes <= limit / (20 * concurrentPushes) && usage.used <= limit / 100 * percent - bytes
    }

    /// Takes the project's lock until the transaction ends.
    private func lock(_ function: StaticString, on connection: any SQLConnection) throws {
        // The first number is this lock's alone; projects whose numbers fall together only wait for each other.
        _ = try connection.query(
            "SELECT \(raw: function)(1817, CAST(\(projectID % Int64(Int32.max)) AS INTEGER)) AS locked")
    }
}
