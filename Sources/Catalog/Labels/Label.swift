import SQL
package import Time

/// A label that artifacts can carry: of one project, or of the whole registry.
package struct Label: Sendable, Hashable {
    package let id: Int64
    package let content: LabelContent
    /// The project; nil for a label of the whole registry.
    package let projectID: Int64?
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    /// Reads the columns of `LabelStore.columns`.
    init(row: Row) throws {
        id = try row.int64("id")
        content = LabelContent(
            trustedName: try row.text("name"), description: try row.text("description"),
            color: try row.text("color"))
        projectID = try row.optionalInt64("project_id")
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
        updatedAt = Timestamp(microseconds: try row.int64("updated_at"))
    }
}

/// What people say of a label.
package struct LabelContent: Sendable, Hashable {
    package let name: String
    package let description: String
    /// Such as `#0065AB`; may be empty.
    package let color: String

    fileprivate init(trustedName: String, description: String, color: String) {
        name = trustedName
        self.description = description
        self.color = color
    }

    /// Checks the parts; throws `LabelError`.
    package init(name: String, description: String, color: String) throws(LabelError) {
        guard !name.isEmpty, name.utf8.count <= 512, name.count <= 128, Self.isPlain(name), name.first != " ",
            name.last != " "
        else { throw .invalidName }
        guard description.utf8.count <= 4096, description.count <= 1024, Self.isPlain(description) else {
            throw .invalidDescription
        }
        guard Self.isColor(color) else { throw .invalidColor }
        self.init(trustedName: name, description: description, color: color)
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f } }

    private static func isColor(_ text: String) -> Bool {
        if text.isEmpty { return true }
        let digits = text.utf8.dropFirst()
        return text.utf8.first == UInt8(ascii: "#") && (digits.count == 3 || digits.count == 6)
            && digits.allSatisfy {
                switch $0 {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                    UInt8(ascii: "A")...UInt8(ascii: "F"):
                    true
                default: false
                }
            }
    }
}

/// Why a label was not made, found or changed.
package enum LabelError: Error, Sendable, Hashable, CustomStringConvertible {
    case invalidName
    case invalidDescription
    case invalidColor
    case nameTaken(String)
    case unknown(Int64)
    case unknownProject

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalidName:
            "a label's name has 1 to 128 characters, no control characters, and no blank at either end"
        case .invalidDescription: "a label's description has at most 1024 characters and no control characters"
        case .invalidColor: "a label's color is empty or has the form #0065AB"
        case .nameTaken(let name): "a label called \(name) exists already in this scope"
        case .unknown(let id): "there is no label with the number \(id)"
        case .unknownProject: "the project of the label has gone"
        }
    }
}
