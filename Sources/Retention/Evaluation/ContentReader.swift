import Admission
import Catalog
import OCI
import SQL
import Time

/// Reads what a repository holds, page by page: no statement is long, and stopping takes effect between two pages.
///
/// Pushes go on meanwhile; what they change is either read as it is then, or not judged, and what is deleted is compared
/// with what was read.
struct ContentReader: Sendable {
    private static let page = 2000
    let database: any Database
    let admission: AdmissionChecks
    let selection: TagSelection
    let keepsTags: Bool
    let limits: EvaluationLimits

    /// Reads a repository; throws `EvaluationLimits.Exceeded`, `DatabaseError`, `CancellationError`.
    func read(_ repository: RepositoryRecord) async throws -> RepositoryContents {
        var contents = RepositoryContents(artifacts: try await artifacts(of: repository))
        if keepsTags, contents.artifacts.count >= Self.page {
            contents.reserve(tags: try await count(of: repository))
        }
        let atOnce = EvaluationLimits.names(matchedBy: selection.count)
        var (last, read) = ("", 0)
        while true {
            let (rows, protected) = try await tags(of: repository, after: last)
            for start in stride(from: 0, to: rows.count, by: atOnce) {
                try limits.check(entries: contents.artifacts.count + read + start)
                for row in rows[start..<min(start + atOnce, rows.count)] {
                    contents.add(
                        row, selected: selection.selecting(row.name), isProtected: protected.contains(row.name),
                        keepsTags: keepsTags)
                }
                await Task.yield()
            }
            read += rows.count
            guard rows.count == Self.page, let end = rows.last else { break }
            last = end.name
        }
        try await FamilyProtection(database: database, limits: limits).extend(in: &contents)
        return contents
    }

    private func artifacts(of repository: RepositoryRecord) async throws -> [RepositoryContents.Artifact] {
        var found: [RepositoryContents.Artifact] = []
        var last = ""
        while true {
            try limits.check(entries: found.count)
            let start = last
            let (part, end) = try await database.read { connection in
                let rows = try connection.query(
                    """
                    SELECT a.id, a.pushed_at, a.pulled_at, a.digest, CASE WHEN EXISTS (
                        SELECT 1 FROM artifact_child c WHERE c.child_id = a.id) THEN 1 ELSE 0 END AS is_child, a.awaits_name
                    FROM artifact a WHERE a.repository_id = \(repository.id) AND a.digest > \(start)
                        AND (a.accessory_subject IS NULL OR (SELECT 1 FROM artifact s
                            WHERE s.repository_id = a.repository_id AND s.digest = a.accessory_subject LIMIT 1) IS NULL)
                    ORDER BY a.digest LIMIT \(Self.page)
                    """)
                return (try rows.map(RepositoryContents.Artifact.init(row:)), try rows.last?.text(3))
            }
            found += part
            guard part.count == Self.page, let end else { return found }
            last = end
        }
    }

    private func count(of repository: RepositoryRecord) async throws -> Int {
        try await database.read { connection in
            try connection.query("SELECT count(*) AS n FROM tag WHERE repository_id = \(repository.id)")[0].int("n")
        }
    }

    /// A page of tags in the order of their names, which no push changes, and those of them that may not go.
    private func tags(of repository: RepositoryRecord, after last: String) async throws -> ([TagRow], Set<String>) {
        let admission = admission
        return try await database.snapshot { connection in
            let rows = try connection.query(
                """
                SELECT id, name, artifact_id, pushed_at, pulled_at FROM tag
                WHERE repository_id = \(repository.id) AND name > \(last) ORDER BY name LIMIT \(Self.page)
                """
            ).map(TagRow.init(row:))
            let protected = try admission.protected(
                rows.map(\.name), in: repository.admissionPlace, on: connection)
            return (rows, protected)
        }
    }
}

/// How much an evaluation may look at, and until when; then it ends with `Exceeded`.
struct EvaluationLimits: Sendable {
    struct Exceeded: Error {}

    /// How many names so many selectors may be tried on before others have their turn: for at most a fifth of a second,
    /// since an unhappy expression takes a third of a millisecond for a name.
    static func names(matchedBy selectors: Int) -> Int { max(1, 600 / max(1, selectors)) }

    var mostEntries = Int.max
    var deadline: ContinuousClock.Instant?

    /// Throws `Exceeded`, or `CancellationError` if the Swift task is cancelled.
    func check(entries: Int) throws {
        try Task.checkCancellation()
        if entries > mostEntries { throw Exceeded() }
        if let deadline, ContinuousClock.now > deadline { throw Exceeded() }
    }
}

extension RepositoryContents.Artifact {
    fileprivate init(row: Row) throws {
        id = try row.int64(0)
        let pushedAt = try row.timestamp(1)
        pushed = pushedAt.microseconds
        pushes = ArtifactState.folded(pushedAt)
        pulled = try row.optionalInt64(2) ?? RetentionSubject.never
        isChild = try row.int64(4) == 1
        awaitsName = try row.bool("awaits_name")
    }
}

extension TagRow {
    fileprivate init(row: Row) throws {
        id = try row.int64(0)
        name = try row.text(1)
        artifactID = try row.int64(2)
        pushed = try row.int64(3)
        pulled = try row.optionalInt64(4) ?? RetentionSubject.never
    }
}
