/// Why an account could not be made, changed or used.
package enum AccountError: Error, Hashable, Sendable, CustomStringConvertible {
    case invalidUsername
    case invalidEmail
    case invalidRealName
    case invalidComment
    case weakPassword
    /// The new password is the old one.
    case passwordUnchanged
    case nameTaken(String)
    case emailTaken(String)
    case unknown(String)
    case unknownNumber(Int64)
    /// The first administrator can't be deleted and stays one.
    case indispensable
    /// The account was changed by somebody else at the same time.
    case changedMeanwhile

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalidUsername:
            "a username has 1 to 255 characters, none of them a control character or one of , \" ~ # % $ :"
        case .invalidEmail: "the e-mail address must look like name@host"
        case .invalidRealName: "a real name has at most 255 characters, none of them one of , \" ~ # % $"
        case .invalidComment: "a comment has at most 30 characters"
        case .weakPassword:
            "a password has 8 to 128 characters with at least one upper-case letter, one lower-case letter and one digit"
        case .passwordUnchanged: "the new password must differ from the old one"
        case .nameTaken(let name): "a user called \(name) exists already"
        case .emailTaken(let address): "the e-mail address \(address) belongs to another user"
        case .unknown(let name): "there is no user called \(name)"
        case .unknownNumber(let id): "there is no user with the number \(id)"
        case .indispensable: "the first administrator can't be deleted and stays an administrator"
        case .changedMeanwhile: "the account was changed at the same time: look at it and try again"
        }
    }
}
