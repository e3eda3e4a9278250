import RegistryTesting
import Testing

@Suite(.timeLimit(.minutes(60))) struct SQLiteConformanceTests {
    @Test(arguments: DatabaseConformance.cases)
    func conforms(_ conformance: DatabaseConformance) async throws {
        try await conformance.run(on: .sqlite)
    }
}
