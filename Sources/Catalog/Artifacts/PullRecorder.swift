import Events
package import OCI
package import SQL
import Synchronization
package import SystemConfiguration
package import Time

/// Counts pulls in memory and writes the counts, and the events of pulls that somebody wants to be told of, every ten
/// seconds and at stop; a crash may lose that window.
package final class PullRecorder: Sendable {
    fileprivate struct Pull {
        var repositoryID: Int64
        var count: Int64 = 0
        var last: Timestamp
    }

    /// What was noted and isn't written.
    fileprivate struct Window {
        var artifacts: [Int64: Pull] = [:]
        var tags: [Int64: Timestamp] = [:]
        var events: [PullEvent] = []
    }

    private struct State {
        var window = Window()
        /// The projects whose pulls somebody wanted to be told of when the last window was written.
        var interest = EventInterest.none
        /// The flush that was begun last, over or not.
        var flush: Task<Void, any Error>?
    }

    /// How long a pull may wait until it is written.
    package static let interval = Duration.seconds(10)
    /// More different artifacts than this that wait to be written are not counted.
    private static let capacity = 100_000
    /// More pulls than this that wait to be written are told to nobody.
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
            if state.interest.includes(repository.projectID), state.window.events.count < Self.eventCapacity {
                state.window.events.append(
                    PullEvent(
                        repository: repository, digest: artifact.digest, reference: reference, operatorName: name,
                        time: now))
            }
            let pull = Pull(repositoryID: repositoryID, count: 1, last: now)
            state.window.add(pull, of: artifact.id, mostArtifacts: Self.capacity)
            if let tag = artifact.tagID { state.window.add(pullOfTag: tag, at: now, mostTags: Self.capacity) }
        }
    }

    /// Writes what was counted since the last call, as far as the configuration wants it; throws `DatabaseError`, after
    /// which the counts are kept.
    ///
    /// It waits for a flush that is under way: everything that was noted before the call is written when it returns.
    package func flush() async throws {
        let task = state.withLock { state in
            let task = Task { [previous = state.flush] in
                // What that one could not write is in the window again.
                _ = await previous?.result
                try await writeWindow()
            }
            state.flush = task
            return task
        }
        try await task.value
    }

    private func writeWindow() async throws {
        let window = state.withLock { state in
            defer { state.window = Window() }
            return state.window
        }
        do {
            try await refreshInterest()
            if !window.events.isEmpty {
                try await database.write { try PullEvent.write(window.events, on: $0) }
            }
        } catch {
            keep(window)
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
            keep(rest)
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
        _ window: Window, counts: Bool, times: Bool, on connection: any SQLConnection
    ) throws {
        let artifacts = window.artifacts.map { PullStore.Pulls(id: $0.key, count: $0.value.count, last: $0.value.last) }
        try PullStore.add(artifacts, to: "artifact", counts: counts, times: times, on: connection)
        if times {
            let tags = window.tags.map { PullStore.Pulls(id: $0.key, count: 0, last: $0.value) }
            try PullStore.add(tags, to: "tag", counts: false, times: true, on: connection)
        }
        let repositories = Dictionary(grouping: window.artifacts.values, by: \.repositoryID).map { id, pulls in
            PullStore.Pulls(
                id: id, count: pulls.reduce(0) { $0 + $1.count }, last: pulls.reduce(pulls[0].last) { max($0, $1.last) }
            )
        }
        try PullStore.add(repositories, to: "repository", counts: counts, times: times, on: connection)
    }

    /// Takes back what could not be written.
    private func keep(_ window: Window) {
        state.withLock { state in
            for (id, pull) in window.artifacts {
                state.window.add(pull, of: id, mostArtifacts: Self.capacity)
            }
            for (id, last) in window.tags {
                state.window.add(pullOfTag: id, at: last, mostTags: Self.capacity)
            }
            state.window.events = Array((window.events + state.window.events).prefix(Self.eventCapacity))
        }
    }
}

extension PullRecorder.Window {
    fileprivate mutating func add(_ pull: PullRecorder.Pull, of artifact: Int64, mostArtifacts: Int) {
        guard let known = artifacts[artifact] else {
            if artifacts.count < mostArtifacts { artifacts[artifact] = pull }
            return
        }
        artifacts[artifact]?.count = known.count + pull.count
        artifacts[artifact]?.last = max(known.last, pull.last)
    }

    fileprivate mutating func add(pullOfTag tag: Int64, at moment: Timestamp, mostTags: Int) {
        guard tags[tag] != nil || tags.count < mostTags else { return }
        tags[tag] = max(moment, tags[tag] ?? moment)
    }
}
