import OCI

/// What Harbor calls an artifact's extra attributes: its configuration, or that part of it which describes an image.
enum ExtraAttributes {
    /// The attributes of an artifact that has none, as JSON.
    static let none = "{}"

    /// The annotation of a configuration that lists names to leave out, separated by commas.
    private static let skipList = "io.goharbor.artifact.v1alpha1.skip-list"
    private static let imageNames: Set<String> = ["architecture", "author", "config", "created", "os"]
    /// More than this is not shown: members that don't fit are left out.
    private static let maximumBytes = 64 << 10

    /// Reads a configuration; one that isn't a JSON object has no attributes.
    static func encode(configuration bytes: [UInt8], descriptor: Descriptor) -> String {
        guard let object = try? JSONValue(parsing: bytes).object else { return none }
        let isImage = ArtifactType(mediaType: descriptor.mediaType.rawValue) == .image
        let skipped = Set((descriptor.annotations[skipList] ?? "").split(separator: ",").map(String.init))
        var writer = JSONWriter()
        writer.beginObject()
        for member in object.members where isImage ? imageNames.contains(member.name) : !skipped.contains(member.name) {
            let value = member.value.encoded()
            guard writer.bytes.count + value.count + member.name.utf8.count < maximumBytes else { continue }
            writer.name(member.name)
            writer.value(member.value)
        }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
