import Catalog
import GarbageCollection
import OCI
import RegistryTesting
import SQL
import Testing

/// A push that waits for a transaction which takes its blob's link away: what PostgreSQL read before isn't true any more.
@Suite(.timeLimit(.minutes(60))) struct LockedLinkTests {
    @Test(arguments: [true, false])
    func aManifestWhoseLinkGoesMeanwhileIsRefused(isPending: Bool) async throws {
        try await RegistryFixture.with(.postgresql) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob([1], to: repository, mediaType: .ociImageConfig)
            let image = try SampleManifest.image(config: config, layers: [])
            if !isPending {
                try await registry.push(image, to: repository)
                try await registry.delete(image.digest(), from: repository)
            }
            let (isLocked, mayEnd) = (Gate(), Gate())
            // As the collector does with links that nothing uses.
            async let removal: Void = registry.database.write { connection in
                _ = try connection.query("SELECT id FROM blob FOR UPDATE")
                try connection.execute("DELETE FROM repository_blob")
                isLocked.open()
                try mayEnd.blockUntilOpen()
            }
            try await isLocked.untilOpen()
            async let refusal = #expect(throws: CatalogError.self) {
                try await registry.push(image, to: repository)
            }
            try await untilSomebodyWaits(in: registry)
            mayEnd.open()
            try await removal
            guard case .contentUnknown = await refusal else {
                Issue.record("acknowledged without its blob")
                return
            }
        }
    }

    /// Waits until a transaction waits for another one's lock, five minutes at most.
    private func untilSomebodyWaits(in registry: RegistryFixture) async throws {
        let waiting: SQL = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """
        for _ in 0..<60_000 {
            if try await registry.number(waiting) > 0 { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
