import Catalog
import Time

/// What becomes of everything in a repository.
struct RepositoryJudgement: Sendable {
    /// A candidate's place in the contents: that of an artifact from 0 up, that of a tag from -1 down.
    typealias Place = Int32

    let contents: RepositoryContents
    let level: RetentionPolicy.Level
    /// What is judged: what was pushed last comes first, parts of indexes at the end.
    let candidates: [Place]
    private let evaluation: RetentionEvaluation
    private let untagged: SelectorSet
    /// The places in the policy of the rules that are about the repository.
    private let rulePlaces: [Int]
    /// Artifacts that would go with the last of their tags, and may not.
    private var held: Set<Place> = []
    /// What has no name and was pushed after this moment stays.
    private let graceBegins: Int64
    /// Of artifacts that are judged as a whole: which stay because an index does that lists them.
    private var isHeldByIndex: [Bool] = []

    /// Judges by rules that all select the repository, and that are at `rulePlaces` in the policy; `now` is in
    /// microseconds since 1970.
    init(
        _ contents: RepositoryContents, level: RetentionPolicy.Level, rules: [RetentionRule], called rulePlaces: [Int],
        selection: TagSelection, now: Int64
    ) {
        self.contents = contents
        self.level = level
        let places = Self.places(in: contents, level: level)
        let untagged = selection.untagged
        let graceBegins = now - RepositoryContents.grace
        // What is only on its way takes nobody's place among the newest.
        let subjects = places.lazy.filter { !contents.isRecent(at: $0, since: graceBegins) }
            .map { contents.subject(at: $0, untagged: untagged) }
        evaluation = RetentionEvaluation(rules: rules, selection: selection, now: now, subjects: subjects)
        let ages = contents
        candidates = places.sorted { ages.comesBefore($0, $1) }
        self.untagged = untagged
        self.rulePlaces = rulePlaces
        self.graceBegins = graceBegins
        held = heldArtifacts()
    }

    private static func places(in contents: RepositoryContents, level: RetentionPolicy.Level) -> [Place] {
        let artifacts = contents.artifacts.indices.lazy.filter {
            level == .artifact
                ? contents.artifacts[$0].isCandidate
                : contents.artifacts[$0].tags == 0 && !contents.artifacts[$0].isChild
        }.map { Place($0) }
        return contents.tags.indices.map { -Place($0) - 1 } + artifacts
    }

    /// Of artifacts that may not go with their last tag, those of which all tags would go.
    private func heldArtifacts() -> Set<Place> {
        guard level == .tag else { return [] }
        var held = Set(contents.artifacts.indices.lazy.filter { contents.artifacts[$0].holdsProtected }.map(Place.init))
        if held.isEmpty { return held }
        for place in contents.tags.indices where held.contains(contents.tags[place].artifact) {
            if decision(at: -Place(place) - 1).outcome != .delete { held.remove(contents.tags[place].artifact) }
        }
        return held
    }

    /// Artifacts that would go although an index lists them, and those through which the index may hold them: their
    /// places. Only where artifacts are judged as a whole; a tag may go from what stays.
    var listed: [Int] {
        guard level == .artifact else { return [] }
        let children = contents.artifacts.indices.filter { contents.artifacts[$0].isChild }
        let isAnyGoing = children.contains { contents.artifacts[$0].isCandidate && !stays(Place($0)) }
        return isAnyGoing ? children : []
    }

    /// Learns which indexes list `listed`: `parents` has for a place those of its indexes, nil for one that isn't judged.
    mutating func hold(_ parents: [Int: [Place?]]) {
        var isHeld = [Bool](repeating: false, count: contents.artifacts.count)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (child, indexes) in parents where !isHeld[child] {
                let holds = indexes.contains { index in index.map { isHeld[Int($0)] || stays($0) } ?? true }
                if holds { (isHeld[child], hasChanged) = (true, true) }
            }
        }
        isHeldByIndex = isHeld
    }

    /// What becomes of a candidate, and why.
    func decision(at place: Place) -> RetentionDecision {
        if contents.isRecent(at: place, since: graceBegins) { return .recent }
        let verdict = evaluation.verdict(of: contents.subject(at: place, untagged: untagged))
        if case .kept(let rule, let condition) = verdict {
            return .kept(rule: rulePlaces[rule], condition: condition)
        }
        if contents.isProtected(at: place) || isHeld(place) { return .immutable }
        if place >= 0, !isHeldByIndex.isEmpty, isHeldByIndex[Int(place)] { return .inKeptIndex }
        return verdict == .notKept ? .notKept : .notSelected
    }

    /// Whether it is a tag of an artifact that may not go with it.
    private func isHeld(_ place: Place) -> Bool { place < 0 && held.contains(contents.tags[Int(-place - 1)].artifact) }

    /// Whether an artifact stays by itself; one that isn't judged doesn't.
    private func stays(_ place: Place) -> Bool {
        guard contents.artifacts[Int(place)].isCandidate else { return false }
        if contents.isProtected(at: place) || contents.isRecent(at: place, since: graceBegins) { return true }
        if case .kept = evaluation.verdict(of: contents.subject(at: place, untagged: untagged)) { return true }
        return false
    }
}

extension RepositoryContents {
    /// A candidate as rules see it.
    func subject(at place: RepositoryJudgement.Place, untagged: SelectorSet) -> RetentionSubject {
        guard place < 0 else {
            let artifact = artifacts[Int(place)]
            // The numbers of tags and artifacts are apart.
            return RetentionSubject(
                id: -artifact.id, pushed: artifact.pushed, pulled: artifact.pulled,
                selected: artifact.tags == 0 ? untagged : artifact.selected)
        }
        let tag = tags[Int(-place - 1)]
        return RetentionSubject(id: tag.id, pushed: tag.pushed, pulled: tag.pulled, selected: tag.selected)
    }

    fileprivate func isRecent(at place: RepositoryJudgement.Place, since moment: Int64) -> Bool {
        place >= 0 && artifacts[Int(place)].isRecent(since: moment)
    }

    fileprivate func isProtected(at place: RepositoryJudgement.Place) -> Bool {
        guard place >= 0 else { return tags[Int(-place - 1)].isProtected }
        return artifacts[Int(place)].isProtected || artifacts[Int(place)].holdsProtected
    }

    fileprivate func comesBefore(_ left: RepositoryJudgement.Place, _ right: RepositoryJudgement.Place) -> Bool {
        let (first, second) = (age(at: left), age(at: right))
        if first.isChild != second.isChild { return second.isChild }
        return first.pushed != second.pushed ? first.pushed > second.pushed : first.id > second.id
    }

    private func age(at place: RepositoryJudgement.Place) -> (isChild: Bool, pushed: Int64, id: Int64) {
        guard place < 0 else {
            let artifact = artifacts[Int(place)]
            return (artifact.isChild, artifact.pushed, artifact.id)
        }
        let tag = tags[Int(-place - 1)]
        return (false, tag.pushed, tag.id)
    }
}
