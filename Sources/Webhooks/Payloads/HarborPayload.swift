import Events
import OCI
import Time

/// Harbor's own form of an event, member by member.
enum HarborPayload {
    /// The whole body.
    static func object(of notice: WebhookNotice) -> JSONObject {
        [
            "type": .string(notice.eventType.rawValue), "occur_at": .integer(notice.occurredAt.seconds),
            "operator": .string(notice.operatorName), "event_data": .object(data(of: notice)),
        ]
    }

    /// What happened to what.
    static func data(of notice: WebhookNotice) -> JSONObject {
        var data = JSONObject()
        if !notice.artifacts.isEmpty {
            data["resources"] = .array(notice.artifacts.map { .object(resource($0, of: notice)) })
        }
        if let repository = notice.repository { data["repository"] = .object(self.repository(repository)) }
        switch notice.eventType {
        case .replication: data["replication"] = .object(notice.attributes)
        case .tagRetention:
            var retention = notice.attributes
            retention["harbor_hostname"] = .string(notice.hostName)
            data["retention"] = .object(retention)
        case .scanningCompleted, .scanningFailed, .scanningStopped: data["scan"] = .object(notice.attributes)
        case .quotaExceed, .quotaWarning:
            data["custom_attributes"] = ["Details": notice.attributes["details"] ?? ""]
        case .pushArtifact, .pullArtifact, .deleteArtifact: break
        }
        return data
    }

    /// An artifact: named by its tag, or by its digest if it has none.
    private static func resource(_ artifact: EventArtifact, of notice: WebhookNotice) -> JSONObject {
        var object: JSONObject = [
            "digest": .string(artifact.digest), "tag": .string(artifact.tag ?? artifact.digest),
        ]
        if notice.eventType.isAboutArtifacts, let repository = notice.repository {
            object["resource_url"] = .string(notice.reference(of: artifact, in: repository))
        }
        return object
    }

    private static func repository(_ repository: EventRepository) -> JSONObject {
        let parts = repository.name.split(separator: "/", maxSplits: 1).map(String.init)
        return [
            "date_created": .integer(repository.createdAt.seconds), "name": .string(parts.last ?? ""),
            "namespace": .string(parts.first ?? ""), "repo_full_name": .string(repository.name),
            "repo_type": .string(repository.isPublic ? "public" : "private"),
        ]
    }
}

extension WebhookNotice {
    /// How the registry is reached, without scheme and port.
    fileprivate var hostName: String {
        let place = registryURL.firstRange(of: "://").map { registryURL[$0.upperBound...] } ?? registryURL[...]
        let end = place.hasPrefix("[") ? place.firstIndex(of: "]").map(place.index(after:)) : place.firstIndex(of: ":")
        return String(place[..<(end ?? place.endIndex)])
    }

    /// What to pull to get an artifact, such as `registry.example.com/library/alpine:3`.
    func reference(of artifact: EventArtifact, in repository: EventRepository) -> String {
        let host = registryURL.firstRange(of: "://").map { registryURL[$0.upperBound...] } ?? registryURL[...]
        return "\(host)/\(repository.name)" + (artifact.tag.map { ":\($0)" } ?? "@\(artifact.digest)")
    }
}
