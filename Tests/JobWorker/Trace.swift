import Jobs
import OCI
import SQL

/// Work that writes down when each attempt began and ended, by the database's clock.
struct Trace: JobHandler {
    let database: any Database
    let worker: String
    /// Most milliseconds that an attempt takes.
    let longest: Int
    var type: JobType { JobWorker.type }

    /// What attempts write, and how often each task has ended: a trigger counts, so that nothing escapes it.
    static let migrations = [
        Migration(identifier: "9000-trace") { dialect in
            let table: SQL = """
                CREATE TABLE trace (
                    id \(fragment: dialect.identityColumn), task_id BIGINT NOT NULL, worker TEXT NOT NULL,
                    began_at BIGINT NOT NULL, ended_at BIGINT)
                """
            guard dialect == .postgresql else { return [table] }
            return [
                table, "CREATE TABLE task_end (task_id BIGINT NOT NULL, status TEXT NOT NULL)",
                """
                CREATE FUNCTION count_end() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN INSERT INTO task_end VALUES (NEW.id, NEW.status); RETURN NULL; END'
                """,
                """
                CREATE TRIGGER count_end AFTER UPDATE ON task FOR EACH ROW
                WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS DISTINCT FROM NEW.ended_at)
                EXECUTE FUNCTION count_end()
                """,
            ]
        }
    ]

    func run(_ context: JobContext) async throws -> JSONObject {
        let (task, worker) = (context.task.id, worker)
        let row = try await database.write { connection in
            try connection.query(
                """
                INSERT INTO trace (task_id, worker, began_at) VALUES (\(task), \(worker), \(fragment: Self.now))
                RETURNING id
                """
            ).first?.int64("id")
        }
        let slept = await Result { try await Task.sleep(for: .milliseconds(Int.random(in: 0...longest))) }
        // A task of its own: the end is written even if this one was cancelled.
        _ = try await Task {
            try await database.write {
                try $0.execute("UPDATE trace SET ended_at = \(fragment: Self.now) WHERE id = \(row)")
            }
        }.value
        try slept.get()
        return [:]
    }

    private static let now: SQL = "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)"
}

/// Work that does nothing.
struct Idle: JobHandler {
    var type: JobType { JobWorker.type }

    func run(_ context: JobContext) async throws -> JSONObject { [:] }
}

extension Result where Failure == any Error {
    /// What an asynchronous body gives or throws.
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
