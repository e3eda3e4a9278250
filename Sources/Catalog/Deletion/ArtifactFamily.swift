import SQL

/// What goes when an artifact goes: the artifact, its accessories, and the children of an index that have neither a tag
/// nor another parent; of each of them the same.
///
/// Its rows are locked before they are judged, so that nothing that was judged can change until the transaction ends.
struct ArtifactFamily {
    private struct Candidate {
        var isAccessory: Bool
        var isTagged = false
        var parents: Set<Int64> = []
    }

    /// What is nested more deeply stays: nobody nests so deeply in earnest.
    private static let maximumDepth = 1000
    /// The numbers of the artifacts, those asked for first.
    private(set) var members: [Int64]
    private let locks: Bool
    /// What counts as deleted already.
    private let gone: Set<Int64>
    private var accepted: Set<Int64>
    private var waiting: [Int64: Candidate] = [:]

    /// Collects the family of an artifact whose row is locked already.
    init(of root: Int64, on connection: any SQLConnection) throws { try self.init(of: [root], on: connection) }

    /// Collects the family of artifacts that go together, each once; their rows are locked already.
    init(of roots: [Int64], on connection: any SQLConnection) throws {
        try self.init(of: roots, locks: true, after: [], on: connection)
    }

    /// What would go if some artifacts went after others; nothing is locked.
    init(foretoldFor roots: [Int64], after gone: Set<Int64>, on connection: any SQLConnection) throws {
        try self.init(of: roots, locks: false, after: gone, on: connection)
    }

    private init(of roots: [Int64], locks: Bool, after gone: Set<Int64>, on connection: any SQLConnection) throws {
        self.locks = locks
        self.gone = gone
        members = roots
        accepted = Set(roots)
        var frontier = roots
        var depth = 0
        while !frontier.isEmpty, depth < Self.maximumDepth {
            try addCandidates(of: frontier, on: connection)
            frontier = accept()
            depth += 1
        }
    }

    /// Whether an artifact outside the family lists one of its members.
    func isListedOutside(on connection: any SQLConnection) throws -> Bool {
        // The others were taken in only because all their parents are members.
        try connection.query("SELECT parent_id FROM artifact_child WHERE child_id = \(members[0])")
            .contains { try !accepted.contains($0.int64("parent_id")) }
    }

    private mutating func addCandidates(of frontier: [Int64], on connection: any SQLConnection) throws {
        var found: [Int64: Bool] = [:]
        for part in frontier.chunks() {
            for row in try Self.related(to: part, on: connection) {
                let isAccessory = try row.int("is_accessory") == 1
                found[try row.int64("id"), default: false] = try found[row.int64("id")] == true || isAccessory
            }
        }
        for (id, isAccessory) in found where waiting[id]?.isAccessory == false && isAccessory {
            waiting[id]?.isAccessory = true
        }
        let new = found.keys.filter { !isGoing($0) && waiting[$0] == nil }.sorted()
        for part in new.chunks() { try judge(part, isAccessory: found, on: connection) }
    }

    private func isGoing(_ artifact: Int64) -> Bool { accepted.contains(artifact) || gone.contains(artifact) }

    private static func related(to frontier: [Int64], on connection: any SQLConnection) throws -> [Row] {
        try connection.query(
            """
            SELECT child_id AS id, 0 AS is_accessory FROM artifact_child WHERE parent_id IN \(list: frontier)
            UNION ALL
            SELECT a.id, 1 AS is_accessory FROM artifact s
            JOIN artifact a ON a.repository_id = s.repository_id AND a.accessory_subject = s.digest\(fragment: connection.dialect.commonCollation)
            WHERE s.id IN \(list: frontier)
            """)
    }

    private mutating func judge(
        _ candidates: [Int64], isAccessory: [Int64: Bool], on connection: any SQLConnection
    ) throws {
        let lock: SQL = locks ? connection.dialect.forUpdate : ""
        let locked = try connection.query(
            "SELECT id FROM artifact WHERE id IN \(list: candidates) ORDER BY id\(fragment: lock)")
        for id in try locked.map({ try $0.int64("id") }) {
            waiting[id] = Candidate(isAccessory: isAccessory[id] ?? false)
        }
        let tagged = try connection.query(
            "SELECT DISTINCT artifact_id FROM tag WHERE artifact_id IN \(list: candidates)")
        for row in tagged { waiting[try row.int64("artifact_id")]?.isTagged = true }
        let parents = try connection.query(
            "SELECT child_id, parent_id FROM artifact_child WHERE child_id IN \(list: candidates)")
        for row in parents { waiting[try row.int64("child_id")]?.parents.insert(try row.int64("parent_id")) }
    }

    /// Takes in those that wait for nothing outside the family any more.
    private mutating func accept() -> [Int64] {
        let ready = waiting.filter { _, candidate in
            (candidate.isAccessory || !candidate.isTagged) && candidate.parents.allSatisfy(isGoing)
        }.keys.sorted()
        for id in ready { waiting[id] = nil }
        members += ready
        accepted.formUnion(ready)
        return ready
    }
}
