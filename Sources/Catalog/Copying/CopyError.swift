/// Why an artifact could not be copied.
package enum CopyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such artifact in the source.
    case sourceUnknown(String)
    /// The target has the artifact already.
    case exists(repository: String, digest: String)
    /// The artifact belongs to another one, with which it is copied.
    case isAccessory(subject: String)
    /// The project of the target was deleted meanwhile.
    case projectGone(String)
    /// The target was deleted or renamed meanwhile, or others change the same artifacts again and again.
    case contended

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .sourceUnknown(let name): "artifact \(name) not found: check the from parameter"
        case .exists(let repository, let digest):
            "the artifact \(repository)@\(digest) already exists: nothing is left to copy; add tags to it instead"
        case .isAccessory(let subject):
            "an accessory can't be copied alone: copy its subject \(subject), with which it goes along"
        case .projectGone(let name): "project \(name) not found: it was deleted meanwhile"
        case .contended: "others are changing the same artifacts: try again"
        }
    }
}
