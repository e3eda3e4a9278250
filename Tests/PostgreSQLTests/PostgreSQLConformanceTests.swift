import RegistryTesting
import Testing

@Suite(.timeLimit(.minutes(60))) struct PostgreSQLConformanceTests {
    @Test(arguments: DatabaseConformance.cases)
    func conforms(_ conformance: DatabaseConformance) async throws {
        try await conformance.run(on: .postgresql)
    }
}
