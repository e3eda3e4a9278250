/// Why content could not be had back from the trash.
package enum TrashError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such entry in the project's trash, or its time is over.
    case unknown(Int64)
    /// Tags name something else now.
    case tagsTaken([String])
    /// The artifact that a tag named is not there.
    case artifactMissing(digest: String)
    /// What an index lists is not there.
    case childrenMissing([String])
    /// The repository that it was deleted from has gone, and its name is taken by something else.
    case repositoryTaken(String)
    /// Others changed the same content again and again.
    case contended

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .unknown(let id): "the trash of the project has no entry \(id): it was restored, purged or has expired"
        case .tagsTaken(let tags):
            "these tags name other artifacts now: \(tags.prefix(20).joined(separator: ", ")); delete them first, "
                + "or restore with \"skip_taken_tags\": true"
        case .artifactMissing(let digest):
            "the artifact \(digest) that the tag named is not there any more: restore it first"
        case .childrenMissing(let digests):
            "the index lists artifacts that are not there: restore the whole deletion, or first "
                + digests.prefix(20).joined(separator: ", ")
        case .repositoryTaken(let name):
            "the name \(name) of the repository is used by something else now: free it first"
        case .contended: "others are changing the same artifacts: try again"
        }
    }
}
