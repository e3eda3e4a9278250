import Events
package import OCI
package import SQL
import Synchronization
package import SystemConfiguration
package import Time

/// Counts pulls in memory and writes the counts, and the events of pulls that somebody wants to be told of, every ten
/// seconds and at stop; a crash may lose that window.
package final class PullRecorder: Sendable {
    private struct Pull {
        var repositoryID: Int64
        var count: Int64 = 0
        var last: Timestamp
    }

    private struct State {
        var artifacts: [Int64: Pull] = [:]
        var tags: [Int64: Timestamp] = [:]
        var events: [PullEvent] = []
        /// The projects whose pulls somebody wanted to be told of when the last window was written.
        var interest = EventInterest.none
    }

    /// How long a pull may wait until it is written.
    package static let interval = Duration.seconds(10)
    /// More different artifacts in one window than this are not counted.
    private static let capacity = 100_000
    /// More pulls than this in one window are told to nobody.
    private static let eventCapacity = 10_000
    private let database: any Database
    private let clock: WallClock
    private let configuration: ConfigurationService
    private let state = Mutex(State())

    package init(database: any Database, clock: WallClock, configuration: ConfigurationService) {
        self.database = database
        self.clock = clock
        self.configuration = configuration
    }

    /// Notes that somebody pulled a manifest.
    package func note(
        _ artifact: ArtifactRecord, from repository: RepositoryRecord, reference: Reference, by name: String
    ) {
        let now = clock.now
        let repositoryID = repository.id
        state.withLock { state in
            if state.interest.includes(repository.projectID), state.events.count < Self.eventCapacity {
                state.events.append(
                    PullEvent(
                        repository: repository, digest: artifact.digest, reference: reference, operatorName: name,
                        time: now))
            }
            guard state.artifacts.count < Self.capacity || state.artifacts[artifact.id] != nil else { return }
            var pull = state.artifacts[artifact.id] ?? Pull(repositoryID: repositoryID, last: now)
            pull.count += 1
            pull.last = now
            state.artifacts[artifact.id] = pull
            if let tag = artifact.tagID { state.tags[tag] = now }
        }
    }

    /// Writes what was counted since the last call, as far as the configuration wants it; throws `DatabaseError`, after which the counts are kept.
    package func flush() async throws {
        let window = state.withLock { state in
            defer {
                let interest = state.interest
                state = State()
                state.interest = interest
            }
            return state
        }
        do {
            try await refreshInterest()
            guard !window.artifacts.isEmpty || !window.events.isEmpty else { return }
            if !window.events.isEmpty {
                try await database.write { try PullEvent.write(window.events, on: $0) }
            }
        } catch {
            merge(window)
            throw error
        }
        guard !window.artifacts.isEmpty else { return }
        do {
            let values = try await configuration.values()
            let (counts, times) = (!values.isPullCountDisabled, !values.isPullTimeDisabled)
            guard counts || times else { return }
            try await database.write { try Self.write(window, counts: counts, times: times, on: $0) }
        } catch {
            // The events are written already.
            var rest = window
            rest.events = []
            merge(rest)
            throw error
        }
    }

    /// Flushes every ten seconds until the task is cancelled, then once more.
    package func run() async {
        // Whoever wanted to be told of pulls before the start is told of the first ones too.
        try? await refreshInterest()
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            try? await flush()
        }
    }

    private func refreshInterest() async throws {
        let interest = try await database.read { try EventStore.interest(in: .artifactPulled, on: $0) }
        state.withLock { $0.interest = interest }
    }

    private static func write(
        _ window: State, counts: Bool, times: Bool, on connection: any SQLConnection
    ) throws {
        func changes(count: Int64, last: Timestamp?) -> SQL {
            let count: SQL? = counts ? "pull_count = pull_count + \(count)" : nil
            let time: SQL? = times ? "pulled_at = \(optional: last)" : nil
            return .joined([count, time].compactMap(\.self), separator: ", ")
        }
        // In the order of their numbers, so that two nodes never wait for each other's rows.
        for (id, pull) in window.artifacts.sorted(by: { $0.key < $1.key }) {
            let changes = changes(count: pull.count, last: pull.last)
            try connection.execute("UPDATE artifact SET \(fragment: changes) WHERE id = \(id)")
        }
        for (id, last) in window.tags.sorted(by: { $0.key < $1.key }) where times {
            try connection.execute("UPDATE tag SET pulled_at = \(last) WHERE id = \(id)")
        }
        let repositories = Dictionary(grouping: window.artifacts.values, by: \.repositoryID)
        for (id, pulls) in repositories.sorted(by: { $0.key < $1.key }) {
            let changes = changes(count: pulls.reduce(0) { $0 + $1.count }, last: pulls.map(\.last).max())
            try connection.execute("UPDATE repository SET \(fragment: changes) WHERE id = \(id)")
        }
    }

    private func merge(_ window: State) {
        state.withLock { state in
            for (id, pull) in window.artifacts {
                var merged = state.artifacts[id] ?? Pull(repositoryID: pull.repositoryID, last: pull.last)
                merged.count += pull.count
                merged.last = max(merged.last, pull.last)
                state.artifacts[id] = merged
            }
            state.tags.merge(window.tags) { max($0, $1) }
            state.events = Array((window.events + state.events).prefix(Self.eventCapacity))
        }
    }
}
