package import SQL

/// What a feature has to say about artifacts that come into a project or leave it.
///
/// `added` and `removing` run inside the transaction of the change and undo it by throwing `AdmissionError`.
package struct ContentCheck: Sendable {
    /// What is to be done once artifacts are gone.
    package typealias AfterRemoval = (any SQLConnection) throws -> Void

    /// Runs before an upload into a project is opened, outside of any transaction.
    package let beforeUpload: @Sendable (_ projectID: Int64) async throws -> Void
    /// Runs when the rows of some artifacts of a repository are written: the artifacts, what they are made of, and tags.
    package let added:
        @Sendable (_ artifactIDs: [Int64], _ place: AdmissionPlace, _ connection: any SQLConnection) throws -> Void
    /// Runs before some artifacts go from a repository; the caller holds their rows' locks. What it returns runs when
    /// their rows are gone, in the same transaction.
    package let removing:
        @Sendable (
            _ artifactIDs: [Int64], _ place: AdmissionPlace, _ connection: any SQLConnection
        ) throws -> AfterRemoval

    /// Runs after a change was refused and undone, outside of any transaction; it can't fail.
    package let refused: @Sendable (_ refusal: Refusal) async -> Void

    package init(
        beforeUpload: @escaping @Sendable (_ projectID: Int64) async throws -> Void,
        added:
            @escaping @Sendable (
                _ artifactIDs: [Int64], _ place: AdmissionPlace, _ connection: any SQLConnection
            ) throws -> Void,
        removing:
            @escaping @Sendable (
                _ artifactIDs: [Int64], _ place: AdmissionPlace, _ connection: any SQLConnection
            ) throws -> AfterRemoval,
        refused: @escaping @Sendable (_ refusal: Refusal) async -> Void = { _ in }
    ) {
        self.beforeUpload = beforeUpload
        self.added = added
        self.removing = removing
        self.refused = refused
    }
}
