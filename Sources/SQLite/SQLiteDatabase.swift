import CSQLite
package import SQL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A SQLite database in a file: threads that read, and one that writes.
///
/// Write-ahead log, `synchronous = FULL`: what `write` returned is on the disk. The units of work that wait while a
/// commit is under way share the next one, and with it its cost. Schemas declare no deferred constraints: a violated
/// one would fail the COMMIT of all.
package final class SQLiteDatabase: Database {
    /// What the writer has done so far.
    package struct WriteCounts: Sendable, Hashable {
        /// Transactions committed.
        package var commits = 0
        /// Units of work in them.
        package var units = 0
        /// Transactions of several units that were lost, whose units then ran again one at a time.
        package var lostBatches = 0
    }

    private let reads: WorkQueue
    private let writes: WorkQueue
    private let statistics = SQLiteStatistics()

    /// Opens the database at `path` and makes it if there is none, readable by its owner alone.
    ///
    /// `readers` threads read (at least one). At most `queueLimit` units of work wait to read and as many to write, each
    /// for at most `patience`, which is also how long a connection waits for locks of others on the file. Throws
    /// `DatabaseError`.
    package init(
        path: String, readers: Int = 4, queueLimit: Int = 1024, patience: Duration = .seconds(5),
        observer: DatabaseObserver? = nil
    ) throws {
        // No typed throw here: the optimiser of Swift 6.3 crashes when an asynchronous caller inlines it.
        guard sqlite3_libversion_number() >= 3_038_000 else {
            throw DatabaseError(kind: .other, message: "SQLite is older than 3.38")
        }
        reads = WorkQueue(limit: queueLimit, patience: patience, observer: observer)
        writes = WorkQueue(limit: queueLimit, patience: patience, observer: observer)
        makeFile(at: path)
        try startWriter(path: path, patience: patience)
        do {
            for _ in 0..<max(1, readers) { try startReader(path: path, patience: patience) }
        } catch {
            finish()
            throw error
        }
    }

    deinit {
        finish()
    }

    /// The dialect of SQLite.
    package var dialect: Dialect { .sqlite }

    /// What the writer has done so far.
    package var writeCounts: WriteCounts { statistics.current }

    /// How many units of work wait to write at this moment.
    package var waitingWrites: Int { writes.waitingCount }

    /// Runs one reading statement; a second statement in the closure is refused.
    package func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await reads.perform(.read, body)
    }

    /// Runs several reading statements that all see the same state.
    package func snapshot<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await reads.perform(.snapshot, body)
    }

    /// Runs statements in one transaction, durable when this returns; undone if the closure throws.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await writes.perform(.write, body)
    }

    /// Lets the units of work that were accepted finish, then closes every connection.
    package func close() async {
        // The writer last: the connection that closes last folds the write-ahead log into the file.
        await reads.close()
        await writes.close()
    }

    private func finish() {
        reads.finish()
        writes.finish()
    }

    private func startWriter(path: String, patience: Duration) throws(DatabaseError) {
        // Handed over: from here on only the new thread uses the connection.
        nonisolated(unsafe) let connection = try SQLiteConnection(path: path, role: .writer, patience: patience)
        try writes.startThread { [writes, statistics] seat in
            SQLiteWriter(connection: connection, statistics: statistics).serve(writes, at: seat)
            connection.close()
        }
    }

    private func startReader(path: String, patience: Duration) throws(DatabaseError) {
        // Handed over: from here on only the new thread uses the connection.
        nonisolated(unsafe) let connection = try SQLiteConnection(path: path, role: .reader, patience: patience)
        try reads.startThread { [reads] seat in
            SQLiteReader(connection: connection).serve(reads, at: seat)
            connection.close()
        }
    }
}

/// Makes an empty file that only its owner can read, unless there is one.
private func makeFile(at path: String) {
    // Only a file that isn't there yet: closing an open database's file would drop SQLite's locks on it. The log
    // beside it gets the same permissions. A failure is SQLite's to report.
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
}
