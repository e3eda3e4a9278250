/// A user that is about to be made; its parts are checked when it is.
package struct NewUser: Sendable {
    package let username: Username
    package let password: Password
    package let profile: UserProfile
    package let isAdministrator: Bool

    /// Checks the parts against Harbor's rules; throws `AccountError`.
    package init(
        username: String, password: String, email: String, realName: String = "", comment: String = "",
        isAdministrator: Bool = false
    ) throws(AccountError) {
        self.username = try Username(username)
        self.password = try Password(password)
        profile = try UserProfile(email: email, realName: realName, comment: comment)
        self.isAdministrator = isAdministrator
    }
}

/// What a user tells of itself.
package struct UserProfile: Sendable, Hashable {
    package let email: String
    package let realName: String
    package let comment: String

    /// Checks the parts against Harbor's rules; throws `AccountError`.
    package init(email: String, realName: String, comment: String) throws(AccountError) {
        guard Self.isEmail(email) else { throw .invalidEmail }
        let forbidden = Array(",\"~#%$".utf8)
        guard realName.utf8.count <= 1020, realName.count <= 255,
            realName.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && !forbidden.contains($0) })
        else { throw .invalidRealName }
        guard comment.utf8.count <= 120, comment.count <= 30, comment.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
        else { throw .invalidComment }
        self.email = email
        self.realName = realName
        self.comment = comment
    }

    private static func isEmail(_ text: String) -> Bool {
        guard text.utf8.count <= 255, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { return false }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
    }
}

/// A change of a user's profile: what is nil stays as it is.
package struct ProfileChange: Sendable, Hashable {
    package var email: String?
    package var realName: String?
    package var comment: String?

    package init(email: String? = nil, realName: String? = nil, comment: String? = nil) {
        self.email = email
        self.realName = realName
        self.comment = comment
    }

    /// The profile that a user has afterwards; throws `AccountError`.
    func applied(to user: User) throws(AccountError) -> UserProfile {
        try UserProfile(
            email: email ?? user.email, realName: realName ?? user.realName, comment: comment ?? user.comment)
    }
}
