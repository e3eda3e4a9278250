import Access
import HTTPServing
import OCI

/// A robot account as clients describe it.
struct RobotBody {
    /// Where a robot belongs.
    enum Level: String {
        case system
        case project
    }

    private static let maximumEntries = 1000
    private static let maximumAccess = 200
    private let body: JSONBody

    init(_ body: JSONBody) { self.body = body }

    /// The name, which must be there.
    var name: String { get throws { try body.required("name") } }

    /// The name if there is one; it may have the prefix and the project in front.
    var givenName: String? {
        get throws {
            let name = try body.string("name", maximum: 600)
            return name?.isEmpty == true ? nil : name
        }
    }

    /// The level, which must be there.
    var level: Level {
        get throws {
            guard let level = try givenLevel else {
                throw HTTPFailure.badRequest("level in body is required: system or project")
            }
            return level
        }
    }

    /// The level if there is one.
    var givenLevel: Level? {
        get throws {
            guard let text = try body.string("level"), !text.isEmpty else { return nil }
            guard let level = Level(rawValue: text) else {
                throw HTTPFailure.badRequest("level in body must be system or project")
            }
            return level
        }
    }

    var description: String? { get throws { try body.string("description", maximum: 1024, multiline: true) } }

    var duration: Int64? { get throws { try body.integer("duration") } }

    var isDisabled: Bool? { get throws { try body.bool("disable") } }

    /// A secret that the client made up; empty text is none.
    var secret: String? {
        get throws {
            let secret = try body.string("secret")
            return secret?.isEmpty == true ? nil : secret
        }
    }

    /// The permissions; nil if the body doesn't speak of them.
    var permissions: [RobotPermission]? {
        get throws {
            guard let entries = try body.objects("permissions", maximum: Self.maximumEntries) else { return nil }
            return try entries.map(Self.permission)
        }
    }

    private static func permission(_ entry: JSONBody) throws -> RobotPermission {
        let access = try (entry.objects("access", maximum: maximumAccess) ?? []).map { access in
            if let effect = try access.string("effect"), !["", "allow"].contains(effect) {
                throw HTTPFailure.badRequest("effect of an access must be allow: rights can't be taken away")
            }
            return Permission(try access.required("resource", maximum: 64), try access.required("action", maximum: 64))
        }
        return try RobotPermission(place: place(entry), permissions: access, repositories: repositories(entry))
    }

    private static func place(_ entry: JSONBody) throws -> RobotPermission.Place {
        let namespace = try entry.string("namespace") ?? ""
        switch try entry.required("kind") {
        case "system":
            guard ["/", ""].contains(namespace) else {
                throw HTTPFailure.badRequest("the namespace of a permission of kind system must be /")
            }
            return .system
        case "project":
            if namespace == "*" { return .everyProject }
            guard (try? ProjectName(namespace)) != nil else {
                throw HTTPFailure.badRequest("the namespace of a permission of kind project is a project's name or *")
            }
            return .project(namespace)
        default: throw HTTPFailure.badRequest("kind of a permission must be system or project")
        }
    }

    private static func repositories(_ entry: JSONBody) throws -> Glob? {
        guard let text = try entry.string("repository_pattern", maximum: Glob.maximumLength), !text.isEmpty else {
            return nil
        }
        do {
            return try Glob(text)
        } catch { throw HTTPFailure.badRequest("repository_pattern in body: \(error)") }
    }
}
