package import BlobStorage

/// What every blob storage driver has to do alike: a list of cases, each with an empty store.
package struct BlobStorageConformance: Sendable, CustomStringConvertible {
    /// What the case shows, as a sentence.
    package let description: String
    private let body: @Sendable (StoreUnderTest) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (StoreUnderTest) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// A case that needs the store opened once.
    static func opened(
        _ description: String, _ body: @escaping @Sendable (any BlobStorage) async throws -> Void
    ) -> BlobStorageConformance {
        BlobStorageConformance(description) { try await body($0.open()) }
    }

    /// Every case.
    package static var cases: [BlobStorageConformance] {
        objects + resuming + claiming + finishing + listing + histories
    }

    /// Runs the case on an empty store; throws if the driver doesn't conform.
    package func run(on store: StoreUnderTest) async throws {
        try await body(store)
    }
}

/// A store that can be opened more than once, as a process does that starts again.
package struct StoreUnderTest: Sendable {
    /// Makes another driver over the same store; dropping it closes it.
    package let open: @Sendable () async throws -> any BlobStorage

    /// A store that is opened by a closure.
    package init(open: @escaping @Sendable () async throws -> any BlobStorage) {
        self.open = open
    }
}

/// Throws `ConformanceFailure` unless the body throws a `StorageError` of this kind.
package func expectError(
    _ kind: StorageError.Kind, _ subject: String, _ body: () async throws -> Void
) async throws {
    do {
        try await body()
    } catch let error as StorageError where error.kind == kind {
        return
    } catch {
        throw ConformanceFailure(description: "\(subject): \(error) instead of \(kind)")
    }
    throw ConformanceFailure(description: "\(subject): no error instead of \(kind)")
}
