/// What a verification found.
package struct VerificationReport: Sendable, Codable {
    /// Something that is missing or damaged.
    package struct Problem: Sendable, Codable, Hashable {
        /// The repository whose artifact suffers, or the first five that have the blob, separated by spaces.
        package let repository: String
        /// The digest of what is missing or damaged.
        package let digest: String
        /// What is wrong with it.
        package let problem: String
    }

    /// Problems beyond this many are counted and not listed.
    static let maximumListed = 1000

    package var artifacts = 0
    /// Artifacts in the trash.
    package var trashedArtifacts = 0
    package var blobs = 0
    /// Bytes of blobs that were read back.
    package var bytes: Int64 = 0
    package var problemCount = 0
    package var problems: [Problem] = []

    mutating func add(repository: String, digest: String, _ problem: String) {
        problemCount += 1
        if problems.count < Self.maximumListed {
            problems.append(Problem(repository: repository, digest: digest, problem: problem))
        }
    }
}
