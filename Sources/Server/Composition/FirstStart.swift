import Access
import Catalog
import Cryptography
import Glibc
import Identity
import Logging
import OCI
import SQL
import Time

/// What a new registry begins with: the first administrator and the public project `library`.
struct FirstStart {
    let services: RegistryServices

    /// Makes what is missing; a password that was made up is printed, once and only here.
    func run() async throws {
        let generated = try await services.users.createFirstAdministrator(
            password: services.settings.adminPassword, generate: { try SecureRandom.password(length: 20) })
        if let generated {
            announce("The first administrator is called admin. Its password, shown only now: \(generated)\n")
        }
        try await createLibrary()
    }

    /// Writes to standard error at once: it is no log record and no result, and must not wait in a buffer.
    private func announce(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private func createLibrary() async throws {
        guard try await services.projects.list().isEmpty else { return }
        let administrator = try await services.users.find(named: "admin")
        let clock = services.clock
        do {
            try await services.projects.create(
                ProjectName("library"), ownerID: administrator.id, isPublic: true
            ) { project, connection in
                try MemberStore.insert(
                    projectID: project.id, userID: administrator.id, role: .projectAdmin, now: clock.now,
                    on: connection)
            }
        } catch ProjectError.nameTaken {
            // Another node that started at the same time was faster.
        }
    }
}
