import Access
import Catalog
import Identity
import ManagementAPI
import OCI
import RegistryTesting
import SQL

/// A registry with the private project `team` and the users `admin`, `ada` (a guest of it), `part` (a guest of its
/// repositories below `web/`) and `bob` (a stranger), and with an image in `web/app` and in `db`.
struct ReadingFixture {
    let registry: RegistryFixture
    let client: ManagementClient
    let image: Manifest

    static func with(_ kind: DatabaseKind, _ body: (ReadingFixture) async throws -> Void) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("admin", isAdministrator: true)
            let app = try await registry.makeRepository("team/web/app")
            let database = try await registry.makeRepository("team/db")
            let project = try await registry.makeProject("open", isPublic: true)
            let team = try await registry.projects.find(named: "team")?.facts ?? project.facts
            try await registry.members.add(registry.makeUser("ada"), to: team, role: .guest)
            let part = try await registry.makeUser("part")
            _ = try await registry.members.add(
                .user(id: part.id), to: team, roleID: ProjectRole.guest.id, repositories: Glob("web/*"))
            try await registry.makeUser("bob")
            let image = try await registry.pushImage(1, to: app, tags: ["v1", "latest"])
            _ = try await registry.pushImage(2, to: database, tags: ["v1"])
            try await body(ReadingFixture(registry: registry, client: client(of: registry), image: image))
        }
    }

    private static func client(of registry: RegistryFixture) -> ManagementClient {
        let (lists, repositories) = (registry.artifactLists, registry.repositoryLists)
        let additions = ArtifactAdditionService(
            manifests: registry.manifests, blobs: registry.blobs, hashing: registry.hashing)
        let routes =
            RepositoryRoutes(
                lists: repositories, authorization: registry.authorization, clock: registry.clock.wallClock
            ).routes
            + ArtifactRoutes(
                lists: lists, repositories: repositories, authorization: registry.authorization,
                immutableTags: { _, _, tags in Set(tags.filter { $0 == "v1" }) }
            ).routes + ArtifactAdditionRoutes(lists: lists, additions: additions).routes
            + RepositoryTagRoutes(lists: lists, immutableTags: { _, _, tags in Set(tags.filter { $0 == "v1" }) }).routes
            + ArtifactManifestRoutes(manifests: registry.manifests).routes + IconRoutes().routes
        return ManagementClient(registry, routes: routes)
    }
}
