package import Logging
package import SQL

/// Who makes work of what happened.
package protocol EventConsumer: Sendable {
    /// Takes events that happened, in the transaction that forgets them: what it writes there, such as executions of
    /// jobs, comes of each event exactly once. Talks to nobody outside. Throws `DatabaseError`.
    ///
    /// Gives how many it took, so that it can end a transaction that grows large: the first so many, at least one; the
    /// others come again with the next batch.
    func receive(_ events: [Event], on connection: any SQLConnection) throws -> Int
}

/// Tells the consumers of what happened, within about a second; any number of processes may do so at the same time.
package struct EventDispatcher: Sendable {
    private static let pause = Duration.seconds(1)
    private static let batch = 100
    /// An event that the consumers couldn't take so often is given up.
    private static let attempts = 10
    private let database: any Database
    private let changes: ChangeSignal
    private let consumers: [any EventConsumer]
    private let logger: Logger

    package init(database: any Database, changes: ChangeSignal, consumers: [any EventConsumer], logger: Logger) {
        self.database = database
        self.changes = changes
        self.consumers = consumers
        self.logger = logger
    }

    /// Tells until the Swift task is cancelled.
    package func run() async {
        while (try? await Task.sleep(for: Self.pause)) != nil {
            do {
                while try await dispatch() > 0 {}
            } catch is CancellationError {
            } catch {
                logger.warning("events wait: they can't be told of now", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Tells of a batch of events, gives how many there were; throws `DatabaseError`, after which they wait on.
    ///
    /// If it can't be done with all of them at once it is done one by one, so that one that can't be taken holds up
    /// no other. With the second one the round ends: then it may be no fault of theirs.
    @discardableResult
    package func dispatch() async throws -> Int {
        guard try await database.read({ try $0.query("SELECT 1 AS found FROM event LIMIT 1") }).isEmpty == false else {
            return 0
        }
        let told: Int
        do {
            told = try await tell { try EventStore.claim(Self.batch, on: $0) }
        } catch let error as DatabaseError {
            logger.warning("events are told of one by one", metadata: ["error": "\(error)"])
            told = try await tellOneByOne()
        }
        // What consumers make of events is work for the jobs.
        if told > 0 { changes.announce([.jobs]) }
        return told
    }

    private func tell(
        _ claim: @escaping @Sendable (any SQLConnection) throws -> [EventStore.Waiting]
    ) async throws -> Int {
        let (consumers, logger) = (consumers, logger)
        return try await database.write { connection in
            let waiting = try claim(connection)
            var events: [Event] = []
            for each in waiting {
                switch each {
                case .event(let event): events.append(event)
                case .unreadable(let id):
                    logger.error("an event can't be read and is dropped", metadata: ["id": "\(id)"])
                }
            }
            let taken = try events.isEmpty ? 0 : Self.hand(events, to: consumers, on: connection)
            let left = events.dropFirst(taken).first?.id
            let done = waiting.map(\.id).prefix { $0 != left }
            if !done.isEmpty { try EventStore.remove(Array(done), on: connection) }
            return done.count
        }
    }

    /// Gives how many of the events every consumer took.
    private static func hand(
        _ events: [Event], to consumers: [any EventConsumer], on connection: any SQLConnection
    ) throws -> Int {
        let taken = try consumers.map { try $0.receive(events, on: connection) }
        // What one has taken and another hasn't can neither be forgotten nor told again. One event is taken by all.
        guard Set(taken).count <= 1 else {
            throw DatabaseError(kind: .other, message: "the consumers of events take different numbers of them")
        }
        return taken.first ?? events.count
    }

    private func tellOneByOne() async throws -> Int {
        var (told, failures) = (0, 0)
        for id in try await database.read({ try EventStore.oldest(Self.batch, on: $0) }) where failures < 2 {
            do {
                told += try await tell { try EventStore.claim(id: id, on: $0) }
            } catch let error as DatabaseError {
                // It is tried again with the next look: what hinders it may pass.
                failures += 1
                let isGivenUp = try await database.write {
                    try EventStore.countFailure(of: id, attempts: Self.attempts, on: $0)
                }
                logger.error(
                    isGivenUp ? "an event is given up" : "an event can't be told of",
                    metadata: ["id": "\(id)", "error": "\(error)"])
            }
        }
        return told
    }
}
