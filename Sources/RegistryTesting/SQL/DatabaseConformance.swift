import SQL

/// What every database has to do alike: a list of cases, each with a fresh database.
package struct DatabaseConformance: Sendable, CustomStringConvertible {
    /// What the case shows, as a sentence.
    package let description: String
    private let body: @Sendable (DatabaseLocation) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (DatabaseLocation) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// A case that needs the database opened once.
    static func opened(
        _ description: String, _ body: @escaping @Sendable (any Database) async throws -> Void
    ) -> DatabaseConformance {
        DatabaseConformance(description) { try await $0.withDatabase(body) }
    }

    /// Every case.
    package static var cases: [DatabaseConformance] {
        values + statements + transactions + failures + locking + waiting
    }

    /// Runs the case; throws if the database doesn't conform.
    package func run(on kind: DatabaseKind) async throws {
        try await TemporaryDatabase.withLocation(kind) { try await body($0) }
    }
}

/// What a database did and shouldn't have done.
package struct ConformanceFailure: Error, CustomStringConvertible {
    /// What was expected and what happened.
    package let description: String
}

/// Throws `ConformanceFailure` unless both are equal.
func expect<Value: Equatable>(_ actual: Value, is expected: Value, _ subject: String) throws {
    guard actual == expected else {
        throw ConformanceFailure(description: "\(subject): \(actual) instead of \(expected)")
    }
}

/// Throws `ConformanceFailure` unless the body throws a `DatabaseError` of this kind.
func expectError(
    _ kind: DatabaseError.Kind, _ subject: String, _ body: () async throws -> Void
) async throws {
    do {
        try await body()
    } catch let error as DatabaseError where error.kind == kind {
        return
    } catch {
        throw ConformanceFailure(description: "\(subject): \(error) instead of \(kind)")
    }
    throw ConformanceFailure(description: "\(subject): no error instead of \(kind)")
}
