/// A group that is about to be made; its parts are checked when it is.
package struct NewUserGroup: Sendable {
    package let name: UserGroupName
    package let kind: UserGroupKind
    package let directoryName: String?

    /// Checks the parts; throws `UserGroupError`. Groups from LDAP need the entry's name, others have none.
    package init(name: String, kind: Int64, directoryName: String? = nil) throws(UserGroupError) {
        self.name = try UserGroupName(name)
        guard let kind = UserGroupKind(rawValue: kind) else { throw .unknownKind(kind) }
        self.kind = kind
        guard kind == .ldap else {
            guard directoryName == nil || directoryName == "" else { throw .unwantedDirectoryName }
            self.directoryName = nil
            return
        }
        guard let directoryName, Self.isDirectoryName(directoryName) else { throw .invalidDirectoryName }
        self.directoryName = directoryName
    }

    /// Whether a text has the outline of a distinguished name (RFC 4514): attributes with values.
    private static func isDirectoryName(_ text: String) -> Bool {
        guard (3...512).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
            return false
        }
        return text.split(separator: ",", omittingEmptySubsequences: false).first.map {
            $0.contains("=") && !$0.hasPrefix("=")
        } ?? false
    }
}

/// The name of a group: 1 to 255 characters, none of them a control character.
package struct UserGroupName: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Checks a name; throws `UserGroupError.invalidName`.
    package init(_ text: String) throws(UserGroupError) {
        guard text.utf8.count <= 1020, (1...255).contains(text.count), text.first != " ", text.last != " ",
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
        else { throw .invalidName }
        description = text
    }
}
