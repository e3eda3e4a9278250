import Access
import Catalog
import Identity
import Listing
import OCI
import RegistryTesting
import SQL
import Time

extension RegistryFixture {
    var lists: ProjectListService {
        ProjectListService(database: database, changes: changes, authorization: authorization)
    }

    var renames: RenameService { RenameService(database: database, changes: changes, clock: clock.wallClock) }

    var deletions: ProjectDeletionService { ProjectDeletionService(database: database, changes: changes) }

    var labels: LabelService { LabelService(database: database, clock: clock.wallClock) }

    /// Makes a member of a project.
    func enroll(
        _ user: User, in project: Project, as role: ProjectRole, repositories: String? = nil
    ) async throws {
        let pattern = try repositories.map { try Glob($0) }
        let now = clock.now
        try await changes.write(changing: [.project(project.name), .account(user.id)]) { connection in
            _ = try MemberStore.insert(
                projectID: project.id, entity: .user(user.id), roleID: role.id, repositories: pattern, now: now,
                on: connection)
        }
    }

    /// Finds a repository by its name as text.
    func repository(_ name: String) async throws -> RepositoryRecord? {
        try await repositories.find(RepositoryName(name))
    }
}
