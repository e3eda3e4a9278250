import OCI
import Time

extension EventContent {
    /// The content as text for a column.
    var columnText: String {
        var object: JSONObject = [
            "artifacts": .array(
                artifacts.map { artifact in
                    var member: JSONObject = ["digest": .string(artifact.digest)]
                    if let tag = artifact.tag { member["tag"] = .string(tag) }
                    return .object(member)
                }),
            "attributes": .object(attributes),
        ]
        if let repository {
            object["repository"] = [
                "name": .string(repository.name), "created_at": .integer(repository.createdAt.microseconds),
                "public": .bool(repository.isPublic),
            ]
        }
        return String(decoding: JSONValue.object(object).encoded(), as: UTF8.self)
    }

    /// Reads what was written as `columnText`; nil if it isn't that.
    init?(columnText text: String) {
        guard let object = try? JSONValue(parsing: Array(text.utf8)).object,
            let attributes = object["attributes"]?.object
        else { return nil }
        let artifacts = (object["artifacts"]?.array ?? []).compactMap { value -> EventArtifact? in
            guard let digest = value.object?["digest"]?.string else { return nil }
            return EventArtifact(digest: digest, tag: value.object?["tag"]?.string)
        }
        let repository = object["repository"]?.object.flatMap { member -> EventRepository? in
            guard let name = member["name"]?.string, let created = member["created_at"]?.integer else { return nil }
            return EventRepository(
                name: name, createdAt: Timestamp(microseconds: Int64(created)),
                isPublic: member["public"]?.bool ?? false)
        }
        self.init(repository: repository, artifacts: artifacts, attributes: attributes)
    }
}
