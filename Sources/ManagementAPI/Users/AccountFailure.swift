package import HTTPServing
import HTTPTypes
package import Identity

extension AccountError: ManagementFailure {
    /// 400 for what breaks a rule, 403 for the first administrator, 404, and 409 for what is taken.
    package var httpFailure: HTTPFailure {
        switch self {
        case .invalidUsername, .invalidEmail, .invalidRealName, .invalidComment, .weakPassword, .passwordUnchanged:
            .badRequest(description)
        case .nameTaken, .emailTaken, .changedMeanwhile: .conflict(description)
        case .unknown, .unknownNumber: .notFound(description)
        case .indispensable: .forbidden(description)
        }
    }
}

extension AuthenticationService.Refusal: ManagementFailure {
    /// 401 for wrong credentials; 429 and 503 for those that weren't looked at.
    package var httpFailure: HTTPFailure {
        switch self {
        case .wrongCredentials: .unauthenticated
        case .slowedDown(let seconds):
            HTTPFailure(
                .tooManyRequests, code: "TOO_MANY_REQUEST",
                message: "too many failed sign-ins from this address: try again in \(seconds) seconds",
                headers: [.retryAfter: String(seconds)])
        case .busy: .unavailable("too many sign-ins at once")
        }
    }
}

extension PasswordHashing.Busy: ManagementFailure {
    /// 503: so many passwords are hashed that this one had to be refused.
    package var httpFailure: HTTPFailure { .unavailable("too many passwords are checked at once") }
}
