import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// What two nodes do to one artifact at the same time.
@Suite struct DetailsRaceTests {
    /// One node shows artifacts of an earlier version while the other pushes them again and describes them, too.
    @Test(arguments: DatabaseKind.allCases)
    func describingMeetsPushingAndDescribing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            var images: [Manifest] = []
            for number in 0..<8 { images.append(try await registry.pushImage(number, to: repository)) }
            let index = try SampleManifest.index(images.map { try $0.descriptor() })
            try await registry.push(index, to: repository, tags: ["multi"])
            let before = try await registry.list("base=*", in: .repository(repository.id))
            try await registry.forgetDetails()
            try await registry.withAnotherNode { other in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for image in images {
                        group.addTask { try await other.push(image, to: repository, tags: ["again"]) }
                        group.addTask { _ = try await registry.list("base=*", in: .repository(repository.id)) }
                        group.addTask { await other.artifactDetails.run() }
                    }
                    try await group.waitForAll()
                }
            }
            await registry.artifactDetails.run()
            let after = try await registry.list("base=*", sort: "id", in: .repository(repository.id))
            #expect(after.elements.map(\.type) == Array(repeating: "IMAGE", count: 9))
            #expect(after.elements.allSatisfy { $0.extraAttributes == "{}" })
            #expect(after.elements.map(\.size) == before.elements.sorted { $0.id < $1.id }.map(\.size))
            #expect(after.elements.flatMap(\.tags).count == 2, "one tag moved from image to image")
        }
    }
}
