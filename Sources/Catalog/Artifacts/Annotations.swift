import OCI

/// Annotations as the text of a column.
enum Annotations {
    /// A JSON object of the annotations, in the order of their names; those that don't fit into `limit` bytes are left
    /// out. Nil without any.
    static func encode(_ annotations: [String: String], limit: Int = .max) -> String? {
        guard !annotations.isEmpty else { return nil }
        var writer = JSONWriter()
        writer.beginObject()
        for (name, value) in annotations.sorted(by: { $0.key < $1.key })
        where writer.bytes.count + name.utf8.count + value.utf8.count < limit {
            writer.name(name)
            writer.string(value)
        }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func decode(_ text: String?) throws -> [String: String] {
        guard let text, let object = try JSONValue(parsing: Array(text.utf8)).object else { return [:] }
        var annotations: [String: String] = [:]
        for member in object.members { annotations[member.name] = member.value.string }
        return annotations
    }
}
