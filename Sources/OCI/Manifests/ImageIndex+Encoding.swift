extension ImageIndex {
    /// The index as JSON, in UTF-8: the same value gives the same bytes, annotations are in the order of their names.
    package func encoded() -> [UInt8] {
        var writer = JSONWriter()
        writer.reserve(256 + manifests.count * 384)
        writer.beginObject()
        writer.name("schemaVersion")
        writer.integer(schemaVersion)
        writer.member("mediaType", mediaType.rawValue)
        writer.member("artifactType", artifactType)
        writer.name("manifests")
        writer.beginArray()
        for manifest in manifests { writer.descriptor(manifest) }
        writer.endArray()
        if let subject {
            writer.name("subject")
            writer.descriptor(subject)
        }
        writer.annotations(annotations)
        writer.endObject()
        return writer.bytes
    }
}

extension JSONWriter {
    /// Writes a descriptor as a manifest has it; what is absent or empty is left out.
    package mutating func descriptor(_ descriptor: Descriptor) {
        beginObject()
        member("mediaType", descriptor.mediaType.rawValue)
        member("digest", descriptor.digest.description)
        name("size")
        integer(descriptor.size)
        member("urls", descriptor.urls)
        annotations(descriptor.annotations)
        if let platform = descriptor.platform {
            name("platform")
            self.platform(platform)
        }
        member("artifactType", descriptor.artifactType)
        endObject()
    }

    /// Writes a platform as an index has it.
    package mutating func platform(_ platform: Platform) {
        beginObject()
        member("architecture", platform.architecture)
        member("os", platform.os)
        member("os.version", platform.osVersion)
        member("os.features", platform.osFeatures)
        member("variant", platform.variant)
        endObject()
    }

    /// Writes the member `annotations`, in the order of their names; nothing without any.
    package mutating func annotations(_ annotations: [String: String]) {
        guard !annotations.isEmpty else { return }
        name("annotations")
        beginObject()
        for (name, value) in annotations.sorted(by: { $0.key < $1.key }) { member(name, value) }
        endObject()
    }

    fileprivate mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        self.name(name)
        string(value)
    }

    private mutating func member(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        self.name(name)
        beginArray()
        for value in values { string(value) }
        endArray()
    }
}
