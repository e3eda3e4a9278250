/// A part of the registry whose health is shown, such as `database`.
package struct HealthCheck: Sendable {
    /// The part's name in `/api/v2.0/health`.
    package let name: String
    /// Throws if the part doesn't work now.
    package let check: @Sendable () async throws -> Void

    package init(name: String, check: @escaping @Sendable () async throws -> Void) {
        self.name = name
        self.check = check
    }
}
