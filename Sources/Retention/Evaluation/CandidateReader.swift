import Catalog
import SQL
import Time

/// Reads what people are shown of candidates beside what they were judged by.
struct CandidateReader: Sendable {
    private struct Names {
        var digests: [Int64: String] = [:]
        var labels: [Int64: [String]] = [:]
        var tagsOfArtifacts: [Int64: [String]] = [:]
        var tags: [Int64: String] = [:]
    }

    let database: any Database

    /// Candidates of a judgement at some places of its list, at most a few hundred; those that have gone meanwhile are
    /// left out.
    func candidates(_ range: Range<Int>, of judgement: RepositoryJudgement) async throws -> [RetentionCandidate] {
        let places = judgement.candidates[range]
        let contents = judgement.contents
        let tags = places.filter { $0 < 0 }.map { contents.tags[Int(-$0 - 1)] }
        let whole = places.filter { $0 >= 0 }.map { contents.artifacts[Int($0)].id }
        let artifacts = Array(Set(whole + tags.map { contents.artifacts[Int($0.artifact)].id })).sorted()
        let names = try await database.snapshot { connection in
            try Self.names(artifacts: artifacts, whole: whole, tags: tags.map(\.id), on: connection)
        }
        return places.compactMap { place in
            place < 0
                ? Self.candidate(tagAt: place, judgement, names) : Self.candidate(artifactAt: place, judgement, names)
        }
    }

    private static func names(
        artifacts: [Int64], whole: [Int64], tags: [Int64], on connection: any SQLConnection
    ) throws -> Names {
        var names = Names()
        for row in try connection.query("SELECT id, digest FROM artifact WHERE id IN \(list: artifacts)") {
            names.digests[try row.int64(0)] = try row.text(1)
        }
        let labels = try connection.query(
            """
            SELECT al.artifact_id, l.name FROM artifact_label al JOIN label l ON l.id = al.label_id
            WHERE al.artifact_id IN \(list: artifacts) ORDER BY l.name
            """)
        for row in labels { names.labels[try row.int64(0), default: []].append(try row.text(1)) }
        if !tags.isEmpty {
            for row in try connection.query("SELECT id, name FROM tag WHERE id IN \(list: tags)") {
                names.tags[try row.int64(0)] = try row.text(1)
            }
        }
        guard !whole.isEmpty else { return names }
        let rows = try connection.query(
            """
            SELECT artifact_id, name FROM (
                SELECT artifact_id, name,
                    row_number() OVER (PARTITION BY artifact_id ORDER BY pushed_at DESC, id DESC) AS place
                FROM tag WHERE artifact_id IN \(list: whole)) AS numbered
            WHERE place <= \(RetentionCandidate.mostTags) ORDER BY artifact_id, place
            """)
        for row in rows { names.tagsOfArtifacts[try row.int64(0), default: []].append(try row.text(1)) }
        return names
    }

    private static func candidate(
        tagAt place: RepositoryJudgement.Place, _ judgement: RepositoryJudgement, _ names: Names
    ) -> RetentionCandidate? {
        let tag = judgement.contents.tags[Int(-place - 1)]
        let artifact = judgement.contents.artifacts[Int(tag.artifact)].id
        guard let digest = names.digests[artifact], let name = names.tags[tag.id] else { return nil }
        let pushedAt = Timestamp(microseconds: tag.pushed)
        let pulledAt = tag.pulled == RetentionSubject.never ? nil : Timestamp(microseconds: tag.pulled)
        return RetentionCandidate(
            target: .tag(tag.id, artifactID: artifact, TagState(pushedAt: pushedAt, pulledAt: pulledAt)),
            digest: digest, tags: [name], tagCount: 1, labels: names.labels[artifact] ?? [], pushedAt: pushedAt,
            pulledAt: pulledAt, decision: judgement.decision(at: place))
    }

    private static func candidate(
        artifactAt place: RepositoryJudgement.Place, _ judgement: RepositoryJudgement, _ names: Names
    ) -> RetentionCandidate? {
        let artifact = judgement.contents.artifacts[Int(place)]
        guard let digest = names.digests[artifact.id] else { return nil }
        let state = ArtifactState(
            tags: Int64(artifact.tags), pushes: artifact.pushes, pulledAt: artifact.pulledAt)
        return RetentionCandidate(
            target: .artifact(artifact.id, state), digest: digest, tags: names.tagsOfArtifacts[artifact.id] ?? [],
            tagCount: Int64(artifact.tags), labels: names.labels[artifact.id] ?? [],
            pushedAt: Timestamp(microseconds: artifact.pushed), pulledAt: artifact.pulledAt,
            decision: judgement.decision(at: place))
    }
}
