/// Why a portal's directory can't be used.
package enum PortalDirectoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file that has to be there isn't: the build isn't finished, or something was removed.
    case incomplete(String)
    case unreadable(String, reason: String)
    case tooManyFiles(maximum: Int)
    case tooLarge(maximum: Int)

    /// What is wrong, for people.
    package var description: String {
        switch self {
        case .incomplete(let name): "\(name) is missing"
        case .unreadable(let name, let reason): "\(name) can't be read: \(reason)"
        case .tooManyFiles(let maximum): "there are more than \(maximum) files"
        case .tooLarge(let maximum): "the files are larger than \(maximum) bytes together"
        }
    }
}
