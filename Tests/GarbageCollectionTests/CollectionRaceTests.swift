import BlobStorage
import Catalog
import Content
import GarbageCollection
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// Pushes beside a collector without a grace period: whatever was acknowledged stays whole.
@Suite struct CollectionRaceTests {
    /// On a busy machine it takes longer until enough has happened.
    private static let (time, longestTime) = (Duration.seconds(3), Duration.seconds(12))
    private static let enough = 20

    /// Few blobs in few repositories, so that pushers and collector meet.
    private struct Pusher {
        let registry: RegistryFixture
        let repository: RepositoryRecord
        /// Where it copies to.
        let copies: RepositoryRecord
        var random: SeededGenerator
        var acknowledged: [Manifest] = []
        var pushes = 0
        var refusals = 0
        /// Blobs of acknowledged manifests that are not there.
        var lost: [Digest] = []

        mutating func push() async throws {
            var parts: [Descriptor] = []
            for _ in 0..<(1 + random.index(below: 3)) {
                parts.append(try await blob(UInt8(random.index(below: 4))))
            }
            let manifest = try SampleManifest.image(
                config: parts[0], layers: Array(parts.dropFirst()), annotations: ["n": "\(random.index(below: 1000))"])
            do {
                try await registry.push(manifest, to: repository)
                acknowledged.append(manifest)
                pushes += 1
            } catch CatalogError.contentUnknown {
                // Without a grace period blobs may go before their manifest comes.
                refusals += 1
            }
            // Few are kept, so that blobs become free again and again.
            if acknowledged.count > 2 { try await retire(acknowledged[0]) }
        }

        /// Looks whether a manifest is whole, and deletes it, maybe after it was in the trash or copied meanwhile.
        mutating func retire(_ manifest: Manifest) async throws {
            try await check(manifest, in: repository)
            acknowledged.removeAll { $0 == manifest }
            switch random.index(below: 3) {
            case 0: try await trashAndRestore(manifest)
            case 1: try await copyAndDelete(manifest)
            default: try await registry.delete(manifest.digest(), from: repository)
            }
        }

        private mutating func trashAndRestore(_ manifest: Manifest) async throws {
            let digest = try manifest.digest()
            try await registry.deletion.deleteManifest(digest, of: repository, by: "test")
            let entries = try await registry.trash.list(ListRequest(), projectID: repository.projectID).elements
            guard
                let entry = entries.first(where: { $0.repositoryID == repository.id && $0.digest == digest.description }
                )
            else { return }
            if random.index(below: 2) == 0 { try await Task.sleep(for: .milliseconds(random.index(below: 10))) }
            try await registry.trash.restore(entry.id, projectID: repository.projectID)
            try await check(manifest, in: repository)
            try await registry.delete(digest, from: repository)
        }

        private mutating func copyAndDelete(_ manifest: Manifest) async throws {
            let digest = try manifest.digest()
            try await registry.copies.copy(
                .digest(digest), from: repository, to: copies.name, projectID: copies.projectID, by: "test")
            try await registry.delete(digest, from: repository)
            try await check(manifest, in: copies)
            try await registry.delete(digest, from: copies)
        }

        private mutating func check(_ manifest: Manifest, in place: RepositoryRecord) async throws {
            for blob in manifest.blobs {
                let bytes = try await registry.content(of: blob.digest, in: place)
                if try bytes.map({ try Digest(of: $0) }) != blob.digest { lost.append(blob.digest) }
            }
        }

        /// A client that asks first, mounts where it can, and uploads otherwise.
        private mutating func blob(_ seed: UInt8) async throws -> Descriptor {
            let bytes = TestContent.bytes(50, seed: seed)
            let known = try Descriptor(mediaType: .octetStream, digest: Digest(of: bytes), size: 50)
            if random.index(below: 2) == 0 { return try await registry.pushBlob(bytes, to: repository) }
            if try await registry.blobs.findAndRenew(known.digest, repositoryID: repository.id) != nil { return known }
            for source in try await registry.blobs.repositories(linking: known.digest) {
                if try await registry.blobs.mount(known.digest, from: source, to: repository.id) { return known }
            }
            return try await registry.pushBlob(bytes, to: repository)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func noAcknowledgedManifestLosesABlob(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var repositories: [RepositoryRecord] = []
            for name in ["app0", "app1", "copy0", "copy1"] {
                repositories.append(try await registry.makeRepository("team/\(name)"))
            }
            let places = repositories
            var random = SeededGenerator(for: "pushes beside a collector on \(kind)")
            let seeds = (0..<2).map { _ in random.next() }
            let start = ContinuousClock.now
            let isOver = Gate()
            async let removed = collect(in: registry, until: isOver)
            let pushers = try await concurrently(2) { number in
                // Each has a repository of its own, so that what it acknowledged is deleted by nobody else.
                var pusher = Pusher(
                    registry: registry, repository: places[number], copies: places[number + 2],
                    random: SeededGenerator(seed: seeds[number]))
                while pusher.pushes == 0
                    || start.duration(to: .now) < (pusher.pushes < Self.enough ? Self.longestTime : Self.time)
                {
                    try await pusher.push()
                }
                for manifest in Set(pusher.acknowledged) { try await pusher.retire(manifest) }
                return pusher
            }
            isOver.open()
            let blobs = try await removed
            #expect(pushers.flatMap(\.lost) == [])
            let (pushes, refusals) = pushers.reduce((0, 0)) { ($0.0 + $1.pushes, $0.1 + $1.refusals) }
            print("\(kind): \(pushes) manifests taken, \(refusals) refused, \(blobs) blobs removed")
            #expect(pushes > 0)
        }
    }

    private func collect(in registry: RegistryFixture, until isOver: Gate) async throws -> Int {
        let storage = StoppingStorage(storage: registry.storage, moment: .never, listsNothing: true)
        let collector = registry.collector(storage: storage)
        var removed = 0
        while !isOver.isOpen {
            registry.clock.advance(byMicroseconds: 1)
            removed += try await collector.run(CollectionPolicy(gracePeriod: 0, workers: 3)).removedBlobs
        }
        return removed
    }
}
