/// Why a project could not be made, found, changed or deleted.
package enum ProjectError: Error, Hashable, Sendable, CustomStringConvertible {
    case invalidName
    case nameTaken(String)
    /// The name was another project's or repository's before and still leads to it; that one's current name.
    case nameReserved(String, leadsTo: String)
    case unknown(String)
    case notEmpty(String)
    case unknownRepository(String)
    case repositoryNameTaken(String)
    case invalidRepositoryName
    /// With the new name of the project a repository's name would have more than 255 characters.
    case repositoryNameTooLong(String)
    case unknownFormerName(String)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalidName:
            "a project name has 1 to 255 lower-case letters, digits, and single . _ - between them"
        case .nameTaken(let name): "a project called \(name) exists already"
        // Whom the name leads to is not for everybody to know.
        case .nameReserved(let name, _):
            "\(name) is a former name that still leads somewhere: choose another name, or have an administrator "
                + "release the former name first"
        case .unknown(let name): "there is no project called \(name)"
        case .notEmpty(let name):
            "the project \(name) contains repositories, can not be deleted: delete their artifacts first"
        case .unknownRepository(let name): "there is no repository called \(name)"
        case .repositoryNameTaken(let name): "a repository called \(name) exists already"
        case .invalidRepositoryName:
            "a repository name has lower-case letters and digits, with . _ - between them and / between its parts, "
                + "and with its project at most 255 characters"
        case .repositoryNameTooLong(let name):
            "with this name of the project the name of the repository \(name) would have more than 255 characters: "
                + "choose a shorter one"
        case .unknownFormerName(let name): "\(name) is not a former name of it"
        }
    }
}
