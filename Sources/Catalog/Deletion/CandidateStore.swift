import SQL
import Time

/// The SQL of deleting what was judged before; its functions run inside a unit of work and throw `DatabaseError`.
enum CandidateStore {
    /// A tag as it is now.
    struct CurrentTag {
        let name: String
        let artifactID: Int64
        let state: TagState
    }

    /// Candidates as they are now, locked until the transaction ends.
    struct Current {
        var artifacts: [Int64: ArtifactState] = [:]
        var tags: [Int64: CurrentTag] = [:]

        /// Whether a candidate is still what it was.
        func isUnchanged(_ candidate: DeletionCandidate) -> Bool {
            switch candidate {
            case .artifact(let id, let state): artifacts[id] == state
            case .tag(let id, let artifact, let state): tags[id]?.artifactID == artifact && tags[id]?.state == state
            }
        }

        /// The artifacts among candidates, and those all of whose tags are among them.
        func whole(among candidates: [DeletionCandidate]) -> Set<Int64> {
            var counts: [Int64: Int64] = [:]
            var whole: Set<Int64> = []
            for candidate in candidates {
                switch candidate {
                case .artifact(let id, _): whole.insert(id)
                case .tag(_, let artifact, _): counts[artifact, default: 0] += 1
                }
            }
            for (artifact, count) in counts where artifacts[artifact]?.tags == count { whole.insert(artifact) }
            return whole
        }
    }

    /// Locks candidates against pushes, artifacts before tags as every change does, and reads what they are like.
    static func lock(_ candidates: [DeletionCandidate], on connection: any SQLConnection) throws -> Current {
        let artifacts = Array(Set(candidates.map(\.artifactID))).sorted()
        let tags = candidates.compactMap { if case .tag(let id, _, _) = $0 { id } else { nil } }
        let forUpdate = connection.dialect.forUpdate
        for part in artifacts.chunks() {
            _ = try connection.query(
                "SELECT id FROM artifact WHERE id IN \(list: part) ORDER BY id\(fragment: forUpdate)")
        }
        for part in tags.chunks() {
            _ = try connection.query(
                "SELECT id FROM tag WHERE id IN \(list: part) ORDER BY name\(fragment: forUpdate)")
        }
        var current = Current()
        for part in artifacts.chunks() { try read(artifacts: part, into: &current, on: connection) }
        for part in tags.chunks() { try read(tags: part, into: &current, on: connection) }
        return current
    }

    private static func read(artifacts: [Int64], into current: inout Current, on connection: any SQLConnection) throws {
        let below = ArtifactState.foldedBelow
        let rows = try connection.query(
            """
            SELECT a.id, a.pulled_at, count(t.id) AS tags, max(t.pulled_at) AS tag_pulled_at,
                CAST(a.pushed_at % \(below) + coalesce(sum(t.pushed_at % \(below)), 0) AS BIGINT) AS pushes
            FROM artifact a LEFT JOIN tag t ON t.artifact_id = a.id
            WHERE a.id IN \(list: artifacts) GROUP BY a.id, a.pulled_at, a.pushed_at
            """)
        for row in rows {
            let pulls = [try row.optionalTimestamp("pulled_at"), try row.optionalTimestamp("tag_pulled_at")]
            current.artifacts[try row.int64("id")] = ArtifactState(
                tags: try row.int64("tags"), pushes: try row.int64("pushes"), pulledAt: pulls.compactMap(\.self).max())
        }
    }

    private static func read(tags: [Int64], into current: inout Current, on connection: any SQLConnection) throws {
        let rows = try connection.query(
            """
            SELECT t.id, t.name, t.artifact_id, t.pushed_at, t.pulled_at, a.pulled_at AS artifact_pulled_at
            FROM tag t JOIN artifact a ON a.id = t.artifact_id WHERE t.id IN \(list: tags)
            """)
        for row in rows {
            let pulls = [try row.optionalTimestamp("pulled_at"), try row.optionalTimestamp("artifact_pulled_at")]
            current.tags[try row.int64("id")] = CurrentTag(
                name: try row.text("name"), artifactID: try row.int64("artifact_id"),
                state: TagState(pushedAt: try row.timestamp("pushed_at"), pulledAt: pulls.compactMap(\.self).max()))
        }
    }

    /// Of some locked artifacts, those that no artifact lists which isn't one of the result itself.
    static func unlisted(_ artifacts: Set<Int64>, on connection: any SQLConnection) throws -> Set<Int64> {
        let parents = try parents(of: artifacts, on: connection)
        var free = artifacts
        while true {
            let listed = free.filter { id in parents[id]?.contains { !free.contains($0) } == true }
            if listed.isEmpty { return free }
            free.subtract(listed)
        }
    }

    /// Some artifacts in an order in which none comes before one of them that lists it.
    static func parentsFirst(_ artifacts: [Int64], on connection: any SQLConnection) throws -> [Int64] {
        let parents = try parents(of: Set(artifacts), on: connection)
        var (ordered, placed) = ([Int64](), Set<Int64>())
        var rest = artifacts
        while !rest.isEmpty {
            let waiting = Set(rest)
            let ready = rest.filter { id in parents[id]?.contains { waiting.contains($0) } != true }
            // Digests can't list each other in a circle.
            if ready.isEmpty { return ordered }
            ordered += ready
            placed.formUnion(ready)
            rest = rest.filter { !placed.contains($0) }
        }
        return ordered
    }

    private static func parents(
        of artifacts: Set<Int64>, on connection: any SQLConnection
    ) throws -> [Int64: [Int64]] {
        var parents: [Int64: [Int64]] = [:]
        for part in artifacts.sorted().chunks() {
            let rows = try connection.query(
                "SELECT child_id, parent_id FROM artifact_child WHERE child_id IN \(list: part)")
            for row in rows { parents[try row.int64("child_id"), default: []].append(try row.int64("parent_id")) }
        }
        return parents
    }
}
