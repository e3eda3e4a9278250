import Listing
import OCI
import SQL
import Time

/// The SQL of executions.
enum ExecutionStore {
    private static let selected: SQL = """
        SELECT id, vendor_type, vendor_id, status, status_message, kind_of_trigger, attributes, total, unfinished,
            failed, stopped, created_at, started_at, ended_at
        FROM execution
        """

    /// Columns of lists.
    static let columns = ListColumns([
        "id": .integer("id"), "status": .text("status"), "vendor_type": .text("vendor_type"),
        "vendor_id": .integer("vendor_id"), "trigger": .text("kind_of_trigger"),
        "creation_time": .time("created_at"), "start_time": .time("started_at"), "end_time": .time("ended_at"),
    ])

    /// Makes an execution with its tasks, which wait from now on; one without tasks has succeeded at once.
    static func insert(_ new: NewExecution, now: Timestamp, on connection: any SQLConnection) throws -> Int64 {
        let status = new.tasks.isEmpty ? JobStatus.success : .pending
        let ended = new.tasks.isEmpty ? now : nil
        let rows = try connection.query(
            """
            INSERT INTO execution (
                vendor_type, vendor_id, status, status_message, kind_of_trigger, attributes, total, unfinished,
                failed, stopped, created_at, ended_at)
            VALUES (
                \(new.vendorType), \(new.vendorID), \(status.rawValue), '', \(new.trigger.rawValue),
                \(new.attributes.columnText), \(new.tasks.count), \(new.tasks.count), 0, 0, \(now), \(ended))
            RETURNING id
            """)
        guard let id = try rows.first?.int64("id") else {
            throw DatabaseError(kind: .other, message: "no number given")
        }
        try TaskStore.insert(new.tasks, execution: id, now: now, on: connection)
        return id
    }

    /// An execution by its number.
    static func find(_ id: Int64, on connection: any SQLConnection) throws -> Execution? {
        try connection.query("\(fragment: selected) WHERE id = \(id)").first.map(Execution.init(row:))
    }

    /// A page of the executions that were for something.
    static func page(
        _ request: ListRequest, vendorTypes: [String], vendorID: Int64?, conditions: [SQL],
        on connection: any SQLConnection
    ) throws -> [Execution] {
        let all = whole(vendorTypes, vendorID, conditions)
        let order = columns.order(by: request.sort, default: "id DESC", tieBreak: "id DESC")
        return try connection.query(
            """
            \(fragment: selected) WHERE \(fragment: all)\(fragment: order)
            LIMIT \(request.page.limit) OFFSET \(request.page.offset)
            """
        ).map(Execution.init(row:))
    }

    /// The newest execution for each of some things that has one.
    static func latest(
        vendorTypes: [String], vendorIDs: [Int64], on connection: any SQLConnection
    ) throws -> [Execution] {
        try connection.query(
            """
            \(fragment: selected) WHERE id IN (
                SELECT max(id) FROM execution
                WHERE vendor_type IN \(list: vendorTypes) AND vendor_id IN \(list: vendorIDs) GROUP BY vendor_id)
            """
        ).map(Execution.init(row:))
    }

    /// How many executions were for something.
    static func count(
        vendorTypes: [String], vendorID: Int64?, conditions: [SQL], on connection: any SQLConnection
    ) throws -> Int64 {
        let all = whole(vendorTypes, vendorID, conditions)
        return try connection.query("SELECT count(*) AS n FROM execution WHERE \(fragment: all)").first?.int64("n") ?? 0
    }

    /// Makes executions, each unless one for the same thing hasn't ended yet, and gives their numbers in their order.
    static func insertUnlessRunning(
        _ new: [NewExecution], now: Timestamp, on connection: any SQLConnection
    ) throws -> [Int64?] {
        // Those who ask at the same time wait for each other on the rows of the types.
        let types = Set(new.flatMap(\.tasks).map(\.type)).sorted()
        try TaskStore.addQueues(types, on: connection)
        for type in types { try QueueStore.lock(type, on: connection) }
        return try new.map { new in
            let isUnfinished = try hasUnfinished(vendorType: new.vendorType, vendorID: new.vendorID, on: connection)
            return isUnfinished ? nil : try insert(new, now: now, on: connection)
        }
    }

    /// Whether an execution for something hasn't ended yet.
    private static func hasUnfinished(vendorType: String, vendorID: Int64, on connection: any SQLConnection) throws
        -> Bool
    {
        try !connection.query(
            """
            SELECT id FROM execution
            WHERE vendor_type = \(vendorType) AND vendor_id = \(vendorID) AND ended_at IS NULL LIMIT 1
            """
        ).isEmpty
    }

    /// Counts tasks that have begun: the execution runs.
    static func begin(_ ids: [Int64], now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE execution SET status = \(JobStatus.running.rawValue), started_at = coalesce(started_at, \(now))
            WHERE id IN \(list: ids) AND status = \(JobStatus.pending.rawValue)
            """)
    }

    /// Counts tasks of an execution that have ended, and ends it with the last of them.
    static func end(
        _ id: Int64, tasks: Int, as status: JobStatus, message: String, now: Timestamp, on connection: any SQLConnection
    ) throws {
        let rows = try connection.query(
            """
            UPDATE execution SET unfinished = unfinished - \(tasks),
                failed = failed + \(status == .error ? tasks : 0), stopped = stopped + \(status == .stopped ? tasks : 0),
                status_message = CASE WHEN \(message) = '' THEN status_message ELSE \(message) END
            WHERE id = \(id) RETURNING unfinished, failed, stopped
            """)
        guard let row = rows.first, try row.int("unfinished") == 0 else { return }
        let counts = TaskCounts(failed: try row.int("failed"), stopped: try row.int("stopped"))
        try connection.execute(
            "UPDATE execution SET status = \(counts.finalStatus.rawValue), ended_at = \(now) WHERE id = \(id)")
    }

    /// Counts tasks that were stopped while they waited, and ends the executions whose last ones they were.
    static func countStopped(_ tasks: [Int64], now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            WITH ended AS (
                SELECT execution_id, count(*) AS tasks FROM task WHERE id IN \(list: tasks) GROUP BY execution_id)
            UPDATE execution SET unfinished = unfinished - ended.tasks, stopped = stopped + ended.tasks,
                status = CASE WHEN unfinished > ended.tasks THEN status
                    WHEN failed > 0 THEN \(JobStatus.error.rawValue) ELSE \(JobStatus.stopped.rawValue) END,
                ended_at = CASE WHEN unfinished > ended.tasks THEN ended_at ELSE \(now) END
            FROM ended WHERE execution.id = ended.execution_id
            """)
    }

    /// Executions of a kind that have ended and aren't among the newest `kept` of what they were for, the oldest first.
    static func old(
        vendorType: String, kept: Int, limit: Int, on connection: any SQLConnection
    ) throws -> [Int64] {
        // The inner condition is answered by an index alone: mostly there is nothing that has too many.
        try connection.query(
            """
            SELECT id FROM (
                SELECT id, ended_at, row_number() OVER (PARTITION BY vendor_id ORDER BY id DESC) AS place
                FROM execution WHERE vendor_type = \(vendorType) AND vendor_id IN (
                    SELECT vendor_id FROM execution WHERE vendor_type = \(vendorType)
                    GROUP BY vendor_id HAVING count(*) > \(kept))) AS placed
            WHERE place > \(kept) AND ended_at IS NOT NULL ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.int64("id") }
    }

    /// Some executions for something, of some kinds, at most `limit`.
    static func some(
        vendorTypes: [String], vendorID: Int64, limit: Int, on connection: any SQLConnection
    ) throws -> [Int64] {
        try connection.query(
            """
            SELECT id FROM execution WHERE vendor_type IN \(list: vendorTypes) AND vendor_id = \(vendorID)
            LIMIT \(limit)
            """
        ).map { try $0.int64("id") }
    }

    /// Removes executions, with what is left of their tasks.
    static func remove(_ ids: [Int64], on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM execution WHERE id IN \(list: ids)")
    }

    private static func whole(_ vendorTypes: [String], _ vendorID: Int64?, _ conditions: [SQL]) -> SQL {
        let vendor: [SQL] = vendorTypes.isEmpty ? ["TRUE"] : ["vendor_type IN \(list: vendorTypes)"]
        let identity: [SQL] = vendorID.map { ["vendor_id = \($0)"] } ?? []
        return .joined(vendor + identity + conditions, separator: " AND ")
    }
}

extension Execution {
    init(row: Row) throws {
        id = try row.int64("id")
        vendorType = try row.text("vendor_type")
        vendorID = try row.int64("vendor_id")
        status = try row.jobStatus("status")
        statusMessage = try row.text("status_message")
        trigger = ExecutionTrigger(rawValue: try row.text("kind_of_trigger")) ?? .manual
        attributes = try row.readableObject("attributes") ?? [:]
        counts = TaskCounts(
            total: try row.int("total"), unfinished: try row.int("unfinished"), failed: try row.int("failed"),
            stopped: try row.int("stopped"))
        createdAt = try row.timestamp("created_at")
        startedAt = try row.optionalTimestamp("started_at")
        endedAt = try row.optionalTimestamp("ended_at")
    }
}
