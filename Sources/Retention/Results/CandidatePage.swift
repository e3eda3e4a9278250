import Catalog
import OCI
import SQL
import Time

/// Some hundred candidates, written as one row.
struct CandidatePage: Sendable {
    /// Most candidates of a page; they are deleted in one transaction.
    static let size = 250

    let part: Int64
    var candidates: [RetentionCandidate]

    /// How many of them have an outcome.
    func count(_ outcome: RetentionDecision.Outcome) -> Int64 {
        Int64(candidates.count { $0.decision.outcome == outcome })
    }

    /// How many there are, and how many stay; those that go don't count as deleted yet.
    var counts: RetentionCounts {
        RetentionCounts(total: Int64(candidates.count), retained: Int64(candidates.count) - count(.delete))
    }

    /// The candidates as text for a column: an array each, of which the order is known here alone.
    var columnText: String {
        var writer = JSONWriter()
        writer.beginArray()
        for candidate in candidates { writer.value(candidate.json) }
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Reads what was written as `columnText`; throws `DatabaseError` of kind `decoding`.
    static func candidates(columnText text: String) throws -> [RetentionCandidate] {
        let elements = (try? JSONValue(parsing: Array(text.utf8)))?.array ?? []
        return try elements.map { element in
            guard let candidate = RetentionCandidate(json: element.array ?? []) else {
                throw DatabaseError(kind: .decoding, message: "column content doesn't hold candidates")
            }
            return candidate
        }
    }
}

extension RetentionCandidate {
    fileprivate var json: JSONValue {
        var (rule, condition) = (0, 0)
        if case .kept(let keeping, let first) = decision { (rule, condition) = (keeping, first) }
        let (artifact, tag, pushes): (Int64, Int64, Int64) =
            switch target {
            case .artifact(let id, let state): (id, 0, state.pushes)
            case .tag(let id, let artifact, _): (artifact, id, 0)
            }
        return [
            .string(decision.code), .integer(Int64(rule)), .integer(Int64(condition)), .integer(artifact),
            .integer(tag), .integer(pushes), .integer(tagCount), .integer(pushedAt.microseconds),
            pulledAt.map { .integer($0.microseconds) } ?? .null, .string(digest), .array(tags.map(JSONValue.string)),
            .array(labels.map(JSONValue.string)),
        ]
    }

    fileprivate init?(json: [JSONValue]) {
        guard json.count == 12, let code = json[0].string, let rule = json[1].integer, let condition = json[2].integer,
            let decision = RetentionDecision(code: code, rule: Int(rule), condition: Int(condition)),
            let artifact = json[3].integer, let tag = json[4].integer, let pushes = json[5].integer,
            let tagCount = json[6].integer, let pushed = json[7].integer, let digest = json[9].string,
            let tags = json[10].array, let labels = json[11].array
        else { return nil }
        let pushedAt = Timestamp(microseconds: pushed)
        let pulledAt = json[8].integer.map(Timestamp.init(microseconds:))
        let state = ArtifactState(tags: tagCount, pushes: pushes, pulledAt: pulledAt)
        self.init(
            target: tag == 0
                ? .artifact(artifact, state)
                : .tag(tag, artifactID: artifact, TagState(pushedAt: pushedAt, pulledAt: pulledAt)),
            digest: digest, tags: tags.compactMap(\.string), tagCount: tagCount, labels: labels.compactMap(\.string),
            pushedAt: pushedAt, pulledAt: pulledAt, decision: decision)
    }
}
