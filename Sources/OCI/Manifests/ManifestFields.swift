/// The members of a JSON object in a manifest, read by name; a member whose value is null counts as absent, as it does
/// for the clients that write it.
struct ManifestFields {
    private let object: JSONObject

    /// Takes an object in which the names mean what they say to every reader.
    ///
    /// Many clients don't distinguish upper and lower case in names: to them `Layers` beside `layers` replaces it. So
    /// that nobody gets other content than the registry has checked, such a name is refused.
    init(_ value: JSONValue, known names: KnownNames) throws(ManifestError) {
        guard case .object(let object) = value else { throw .malformed(reason: "not an object") }
        guard !object.members.contains(where: { names.areImitated(by: $0.name) }) else {
            throw .malformed(reason: "a name differs from a known one only in upper and lower case")
        }
        self.object = object
    }

    /// The member's value, if it is there and not null.
    func value(_ name: String) -> JSONValue? {
        switch object[name] {
        case .null?, nil: nil
        case let value?: value
        }
    }

    /// Whether the member is there, even with null.
    func contains(_ name: String) -> Bool {
        object[name] != nil
    }

    func required(_ name: String) throws(ManifestError) -> JSONValue {
        guard let value = value(name) else { throw .malformed(reason: "\(name) is missing") }
        return value
    }

    func string(_ name: String) throws(ManifestError) -> String? {
        guard let value = value(name) else { return nil }
        guard let string = value.string else { throw .malformed(reason: "\(name) is not a string") }
        return string
    }

    func strings(_ name: String) throws(ManifestError) -> [String] {
        let reason = "\(name) is not an array of strings"
        guard let value = value(name) else { return [] }
        guard let elements = value.array else { throw .malformed(reason: reason) }
        var strings: [String] = []
        for element in elements {
            guard let string = element.string else { throw .malformed(reason: reason) }
            strings.append(string)
        }
        return strings
    }

    func annotations() throws(ManifestError) -> [String: String] {
        guard let value = value("annotations") else { return [:] }
        guard let object = value.object else { throw .malformed(reason: "annotations is not an object") }
        var annotations: [String: String] = [:]
        for member in object.members {
            guard let string = member.value.string else { throw .malformed(reason: "an annotation is not a string") }
            annotations[member.name] = string
        }
        return annotations
    }

    /// The kind of artifact; an empty text counts as absent, as in Go's structures.
    func artifactType() throws(ManifestError) -> String? {
        guard let text = try string("artifactType"), !text.isEmpty else { return nil }
        guard (try? MediaType(contentType: text)) != nil else {
            throw .malformed(reason: "artifactType is not a media type")
        }
        return text
    }
}
