extension Descriptor {
    private static let names: KnownNames = [
        "mediaType", "digest", "size", "urls", "annotations", "artifactType", "platform", "data",
    ]

    /// Reads a descriptor out of a manifest.
    init(_ value: JSONValue) throws(ManifestError) {
        let fields = try ManifestFields(value, known: Self.names)
        do {
            try self.init(
                mediaType: Self.mediaType(fields), digest: Self.digest(fields), size: Self.size(fields),
                urls: fields.strings("urls"), annotations: fields.annotations(), artifactType: fields.artifactType(),
                platform: fields.value("platform").map(Platform.init))
        } catch let error as ManifestError {
            throw error
        } catch {
            throw .malformed(reason: "\(error)")
        }
    }

    /// Reads an array of descriptors; an absent one is empty.
    static func list(_ name: String, in fields: ManifestFields) throws(ManifestError) -> [Descriptor] {
        guard let value = fields.value(name) else { return [] }
        guard let elements = value.array else { throw .malformed(reason: "\(name) is not an array") }
        var descriptors: [Descriptor] = []
        descriptors.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            do throws(ManifestError) {
                descriptors.append(try Descriptor(element))
            } catch {
                throw error.inside("\(name)[\(index)]")
            }
        }
        return descriptors
    }

    /// Reads the descriptor that the member with this name holds, if there is one.
    static func member(_ name: String, in fields: ManifestFields) throws(ManifestError) -> Descriptor? {
        guard let value = fields.value(name) else { return nil }
        do throws(ManifestError) {
            return try Descriptor(value)
        } catch {
            throw error.inside(name)
        }
    }

    private static func mediaType(_ fields: ManifestFields) throws(ManifestError) -> MediaType {
        guard let text = try fields.string("mediaType") else { throw .malformed(reason: "mediaType is missing") }
        // Clients write `text/plain; charset=utf-8` for layers, too.
        guard let mediaType = try? MediaType(contentType: text) else {
            throw .malformed(reason: "mediaType is not a media type")
        }
        return mediaType
    }

    private static func digest(_ fields: ManifestFields) throws(ManifestError) -> Digest {
        guard let text = try fields.string("digest") else { throw .malformed(reason: "digest is missing") }
        do throws(DigestError) {
            return try Digest(text)
        } catch {
            throw .malformed(reason: error.description)
        }
    }

    private static func size(_ fields: ManifestFields) throws(ManifestError) -> Int64 {
        guard let size = try fields.required("size").integer else {
            throw .malformed(reason: "size is not a whole number of bytes")
        }
        return size
    }
}

extension Platform {
    private static let names: KnownNames = ["architecture", "os", "os.version", "os.features", "variant"]

    /// Reads a platform out of a descriptor.
    init(_ value: JSONValue) throws(ManifestError) {
        let fields = try ManifestFields(value, known: Self.names)
        self.init(
            architecture: try fields.string("architecture") ?? "", os: try fields.string("os") ?? "",
            osVersion: try fields.string("os.version"), osFeatures: try fields.strings("os.features"),
            variant: try fields.string("variant"))
    }
}
