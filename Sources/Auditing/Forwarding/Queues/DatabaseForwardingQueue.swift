import SQL

/// The audit log itself as a queue: a number in the database says how far it was sent, for all processes.
///
/// Nothing is lost while the server is away, as long as the log keeps it, and whoever starts goes on from there. On
/// PostgreSQL one process sends at a time; another takes over when that one ends.
struct DatabaseForwardingQueue: ForwardingQueue {
    private let database: any Database
    private var lease: ForwardingLease

    init(database: any Database, lease: ForwardingLease) {
        self.database = database
        self.lease = lease
    }

    mutating func look() async throws -> ForwardingBacklog? {
        let state = try await database.read { try AuditStore.forwarding(on: $0) }
        guard let confirmed = state.deliveredID else { return nil }
        let backlog = ForwardingBacklog(confirmed: confirmed, newest: max(confirmed, state.newestID))
        // SQLite has one process.
        if database.dialect == .sqlite { return backlog }
        switch lease.step(seeing: state.turn, now: .now) {
        case .leave: return nil
        case .hold: return backlog
        case .write(let next):
            let turn = state.turn
            let isWritten = try await database.write { try AuditStore.setTurn(next, insteadOf: turn, on: $0) }
            return isWritten ? backlog : nil
        }
    }

    func records(behind place: Int64, limit: Int) async throws -> [ForwardedRecord] {
        try await database.read { try AuditStore.records(behind: place, limit: limit, on: $0) }.map {
            ForwardedRecord(place: $0.id, record: $0)
        }
    }

    func confirm(upTo place: Int64) async throws {
        let holder = database.dialect == .sqlite ? "" : lease.name
        let isConfirmed = try await database.write { try AuditStore.setDelivered(place, holder: holder, on: $0) }
        guard isConfirmed else { throw ForwardingElsewhere() }
    }

    func discard() async throws {
        guard try await database.read({ try AuditStore.forwarding(on: $0) }).deliveredID != nil else { return }
        try await database.write { try AuditStore.stopForwarding(on: $0) }
    }

    func release() async throws {
        let name = lease.name
        if database.dialect != .sqlite { try await database.write { try AuditStore.endTurn(of: name, on: $0) } }
    }
}
