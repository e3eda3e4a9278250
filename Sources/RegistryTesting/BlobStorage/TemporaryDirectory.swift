import FoundationEssentials

/// Directories for tests, removed afterwards with everything in them.
package enum TemporaryDirectory {
    /// Runs the body with the path of a fresh, empty directory.
    package static func with<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appending(path: "haven-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        return try await body(directory.path)
    }
}
