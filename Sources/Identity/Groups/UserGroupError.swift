/// Why a user group could not be made, changed or used.
package enum UserGroupError: Error, Hashable, Sendable, CustomStringConvertible {
    case invalidName
    case unknownKind(Int64)
    case invalidDirectoryName
    case unwantedDirectoryName
    case nameTaken(String)
    case directoryNameTaken(String)
    case unknown(Int64)
    /// Only the name of a group can be changed.
    case unchangeable
    /// The group's members are kept elsewhere.
    case foreignMembers
    case unknownUser(String)
    case alreadyMember(String)
    case notMember(Int64)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalidName: "a group's name has 1 to 255 characters, none of them a control character"
        case .unknownKind(let number):
            "there is no group type \(number): use 1 (LDAP), 2 (HTTP), 3 (OIDC) or 4 (local)"
        case .invalidDirectoryName:
            "a group from LDAP needs ldap_group_dn, such as cn=dev,ou=groups,dc=example,dc=com, of at most 512 bytes"
        case .unwantedDirectoryName: "ldap_group_dn is for groups of type 1 (LDAP) only: leave it out"
        case .nameTaken(let name): "a group called \(name) exists already"
        case .directoryNameTaken(let name): "there is a group for \(name) already"
        case .unknown(let id): "there is no group with the number \(id)"
        case .unchangeable: "only group_name can be changed: make another group for another type or ldap_group_dn"
        case .foreignMembers:
            "only a local group (type 4) has members that are managed here: change those of others where they come from"
        case .unknownUser(let name): "there is no user \(name)"
        case .alreadyMember(let name): "\(name) is a member of the group already"
        case .notMember(let id): "the user with the number \(id) is not a member of the group"
        }
    }
}
