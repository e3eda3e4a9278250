import Catalog
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// What a recount of usage finds and mends.
@Suite struct RecalculationTests {
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Whether the list of the content is wrong, and not the ledger alone.
        var isContentWrong = true
        let statement: @Sendable (_ projectID: Int64) -> SQL
    }

    static let damages = [
        Damage(testDescription: "an amount too much", isContentWrong: false) {
            "INSERT INTO quota_ledger (project_id, delta) VALUES (\($0), 5000)"
        },
        Damage(testDescription: "amounts lost", isContentWrong: false) {
            "DELETE FROM quota_ledger WHERE project_id = \($0)"
        },
        Damage(testDescription: "a wrong sum", isContentWrong: false) {
            "UPDATE project_quota SET used = used - 100000 WHERE project_id = \($0)"
        },
        Damage(testDescription: "parts not written down") { "DELETE FROM project_content WHERE project_id = \($0)" },
        Damage(testDescription: "a part that nobody has") {
            "INSERT INTO project_content (project_id, digest, size) VALUES (\($0), 'sha256:none', 77)"
        },
        Damage(testDescription: "a part in the place of another") {
            """
            UPDATE project_content SET digest = 'sha256:none' WHERE project_id = \($0)
            AND digest = (SELECT min(digest) FROM project_content WHERE project_id = \($0))
            """
        },
        Damage(testDescription: "wrong sizes") {
            "UPDATE project_content SET size = size + 3 WHERE project_id = \($0)"
        },
    ]

    @Test(arguments: DatabaseKind.allCases, damages)
    func whatIsWrongIsMended(_ kind: DatabaseKind, _ damage: Damage) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let sound = try await registry.makeRepository("shop/app")
            let images = [
                try await registry.pushImage(1, to: repository), try await registry.pushImage(2, to: repository),
            ]
            _ = try await registry.pushImage(1, to: sound)
            let project = repository.projectID
            _ = try await registry.database.write { try $0.execute(damage.statement(project)) }
            let expected = try await registry.recount(project)
            let before = try await registry.used(project)
            let service = RecalculationService(database: registry.database)
            let dry = try await service.run(isDryRun: true)
            #expect(dry.wrong == 1 && dry.counted == dry.projects && dry.isDryRun)
            #expect(try await registry.used(project) == before, "nothing was changed")
            let real = try await service.run { _, drift in
                guard let drift else { return }
                #expect(drift.projectName == "team" && drift.counted == expected)
                #expect(drift.isContentWrong == damage.isContentWrong)
            }
            #expect(real.wrong == 1 && real.drift == dry.drift)
            #expect(try await registry.used(project) == expected)
            #expect(try await service.run().wrong == 0)
            for image in images { try await registry.delete(image.digest(), from: repository) }
            #expect(try await registry.used(project) == 0, "the list of the content was whole as well")
        }
    }

    /// Pushes and deletions beside it are never taken for drift, nor become one.
    @Test(arguments: DatabaseKind.allCases)
    func pushesGoOnMeanwhile(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let project = repository.projectID
            _ = try await registry.pushImage(0, to: repository)
            // Something to mend, while others change it.
            _ = try await registry.database.write {
                try $0.execute("DELETE FROM project_content WHERE project_id = \(project)")
            }
            let isOver = Gate()
            async let counting = Self.count(registry, until: isOver)
            _ = try await concurrently(3) { client in
                for number in 0..<60 {
                    let image = try await registry.pushImage(1 + (number + client) % 5, to: repository)
                    if number % 2 == 0 {
                        do { try await registry.delete(image.digest(), from: repository) } catch CatalogError.unknown {}
                    }
                }
            }
            isOver.open()
            #expect(try await counting <= 1, "only what was damaged")
            #expect(try await registry.used(project) == registry.recount(project))
        }
    }

    private static func count(_ registry: RegistryFixture, until isOver: Gate) async throws -> Int {
        let service = RecalculationService(database: registry.database)
        var wrong = 0
        repeat {
            wrong += try await service.run().wrong
            try await registry.quotas.fold()
        } while !isOver.isOpen
        return wrong
    }
}
