import SQL

/// The SQL of pages of candidates; its functions run inside a unit of work and throw `DatabaseError`.
enum CandidatePageStore {
    static func insert(_ pages: [CandidatePage], of task: Int64, on connection: any SQLConnection) throws {
        for page in pages {
            let deletions = page.count(.delete)
            try connection.execute(
                """
                INSERT INTO retention_page (task_id, part, candidates, retained, immutable, is_done, content)
                VALUES (\(task), \(page.part), \(page.candidates.count), \(page.count(.retain)),
                    \(page.count(.immutable)), \(deletions == 0), \(page.columnText))
                """)
        }
    }

    /// Writes what became of a page.
    static func finish(_ page: CandidatePage, of task: Int64, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE retention_page SET retained = \(page.count(.retain)), immutable = \(page.count(.immutable)),
                is_done = TRUE, content = \(page.columnText)
            WHERE task_id = \(task) AND part = \(page.part)
            """)
    }

    /// The first page of a task behind `part` in which something is left to delete.
    static func unfinished(of task: Int64, after part: Int64, on connection: any SQLConnection) throws -> CandidatePage?
    {
        try connection.query(
            """
            SELECT part, content FROM retention_page
            WHERE task_id = \(task) AND part > \(part) AND NOT is_done ORDER BY part LIMIT 1
            """
        ).first.map(CandidatePage.init(row:))
    }

    /// How many candidates of each page of a task have an outcome; all of them for nil.
    static func counts(
        of task: Int64, _ outcome: RetentionDecision.Outcome?, on connection: any SQLConnection
    ) throws -> [(part: Int64, count: Int64)] {
        let count: SQL =
            switch outcome {
            case nil: "candidates"
            case .retain: "retained"
            case .immutable: "immutable"
            case .delete: "candidates - retained - immutable"
            }
        return try connection.query(
            "SELECT part, \(fragment: count) AS n FROM retention_page WHERE task_id = \(task) ORDER BY part"
        ).map { (try $0.int64("part"), try $0.int64("n")) }
    }

    static func page(_ part: Int64, of task: Int64, on connection: any SQLConnection) throws -> CandidatePage? {
        try connection.query(
            "SELECT part, content FROM retention_page WHERE task_id = \(task) AND part = \(part)"
        ).first.map(CandidatePage.init(row:))
    }

    /// The page behind another one.
    static func next(after part: Int64, of task: Int64, on connection: any SQLConnection) throws -> CandidatePage? {
        try connection.query(
            """
            SELECT part, content FROM retention_page WHERE task_id = \(task) AND part > \(part) ORDER BY part LIMIT 1
            """
        ).first.map(CandidatePage.init(row:))
    }

    /// The first pages of an execution of which something goes, each with its repository.
    static func withDeletions(
        of executionID: Int64, limit: Int, on connection: any SQLConnection
    ) throws -> [(repository: String, candidates: [RetentionCandidate])] {
        try connection.query(
            """
            SELECT t.repository, p.content FROM retention_task t JOIN retention_page p ON p.task_id = t.id
            WHERE t.execution_id = \(executionID) AND p.candidates > p.retained + p.immutable
            ORDER BY p.task_id, p.part LIMIT \(limit)
            """
        ).map { (try $0.text("repository"), try CandidatePage.candidates(columnText: $0.text("content"))) }
    }

    /// Forgets pages of executions of a policy that came before the newest `kept`; at most `limit`, gives how many. Of an
    /// execution that hasn't ended only what is done.
    static func removeOld(
        policyID: Int64, kept: Int, limit: Int, on connection: any SQLConnection
    ) throws -> Int {
        try connection.execute(
            """
            DELETE FROM retention_page WHERE (task_id, part) IN (
                SELECT p.task_id, p.part FROM retention_page p JOIN retention_task t ON t.id = p.task_id
                JOIN retention_run r ON r.execution_id = t.execution_id
                WHERE (p.is_done OR r.ended_at IS NOT NULL) AND r.execution_id IN (
                    SELECT execution_id FROM retention_run WHERE policy_id = \(policyID)
                    ORDER BY execution_id DESC LIMIT 1000 OFFSET \(kept))
                LIMIT \(limit))
            """)
    }
}

extension CandidatePage {
    init(row: Row) throws {
        part = try row.int64("part")
        candidates = try Self.candidates(columnText: row.text("content"))
    }
}
