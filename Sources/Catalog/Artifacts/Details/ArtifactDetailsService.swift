package import Content
package import OCI
package import SQL

/// Reads the configurations of artifacts for what the management API shows of them.
package struct ArtifactDetailsService: Sendable {
    /// Artifacts described in one unit of work.
    private static let batch = 100
    /// Configurations read at once.
    private static let width = 8
    private let database: any Database
    private let blobs: BlobService
    private let hashing: HashingThreads

    package init(database: any Database, blobs: BlobService, hashing: HashingThreads) {
        self.database = database
        self.blobs = blobs
        self.hashing = hashing
    }

    /// The extra attributes of a manifest that is being pushed, as JSON; nil if its configuration can't be read now.
    ///
    /// What a configuration holds, and whether it can be had, never fails a push.
    package func extraAttributes(of manifest: Manifest, repositoryID: Int64) async -> String? {
        guard let descriptor = ArtifactDetails(manifest, tags: []).configuration else { return ExtraAttributes.none }
        return try? await extraAttributes(descriptor, repositoryID: repositoryID)
    }

    /// Describes those of some artifacts that were stored by an earlier version, or whose configuration could not be
    /// read when they were pushed.
    package func describe(_ artifactIDs: [Int64]) async throws {
        for part in artifactIDs.chunks(of: Self.batch) {
            let stored = try await database.read { try ArtifactDetailsStore.undescribed(among: part, on: $0) }
            let described = await describe(stored)
            try await database.write { connection in
                for artifact in described.sorted(by: { $0.id < $1.id }) {
                    try ArtifactDetailsStore.update(artifact, on: connection)
                }
            }
        }
    }

    /// Describes all artifacts that aren't yet, a batch after the other, until the task is cancelled.
    package func run() async {
        var last: Int64 = 0
        while !Task.isCancelled {
            let after = last
            let next = try? await database.read {
                try ArtifactDetailsStore.nextUndescribed(after: after, limit: Self.batch, on: $0)
            }
            guard let next, let highest = next.last, (try? await describe(next)) != nil else { return }
            last = highest
        }
    }

    private func describe(_ stored: [UndescribedArtifact]) async -> [DescribedArtifact] {
        await withTaskGroup(of: DescribedArtifact.self) { group in
            var waiting = stored[...]
            var described: [DescribedArtifact] = []
            for artifact in waiting.prefix(Self.width) { group.addTask { await describe(artifact) } }
            waiting = waiting.dropFirst(Self.width)
            while let next = await group.next() {
                described.append(next)
                if let artifact = waiting.popFirst() { group.addTask { await describe(artifact) } }
            }
            return described
        }
    }

    private func describe(_ artifact: UndescribedArtifact) async -> DescribedArtifact {
        // It was a manifest when it was pushed; should it be none to this version, it is shown without details.
        guard let manifest = try? Manifest(bytes: artifact.content, contentType: artifact.mediaType) else {
            return DescribedArtifact(id: artifact.id, details: nil, extraAttributes: ExtraAttributes.none)
        }
        let details = ArtifactDetails(manifest, tags: artifact.tags)
        guard let descriptor = details.configuration else {
            return DescribedArtifact(id: artifact.id, details: details, extraAttributes: ExtraAttributes.none)
        }
        let attributes = try? await extraAttributes(descriptor, repositoryID: artifact.repositoryID)
        return DescribedArtifact(id: artifact.id, details: details, extraAttributes: attributes)
    }

    private func extraAttributes(_ descriptor: Descriptor, repositoryID: Int64) async throws -> String {
        guard let bytes = try await content(of: descriptor, repositoryID: repositoryID) else {
            return ExtraAttributes.none
        }
        // A hostile document takes its time; most are done sooner than another thread would begin.
        guard bytes.count > 32 << 10 else {
            return ExtraAttributes.encode(configuration: bytes, descriptor: descriptor)
        }
        return try await hashing.run { ExtraAttributes.encode(configuration: bytes, descriptor: descriptor) }
    }

    /// A configuration's bytes; nil if the repository doesn't have it, or it is not as long as the manifest says.
    private func content(of descriptor: Descriptor, repositoryID: Int64) async throws -> [UInt8]? {
        guard let blob = try await blobs.find(descriptor.digest, repositoryID: repositoryID),
            blob.size == descriptor.size
        else { return nil }
        return try await blobs.read(blob, repositoryID: repositoryID)
    }
}
