import FilesystemStorage
import RegistryTesting
import Testing

@Suite struct FilesystemConformanceTests {
    @Test(arguments: BlobStorageConformance.cases)
    func conforms(_ conformance: BlobStorageConformance) async throws {
        try await TemporaryDirectory.with { path in
            try await conformance.run(on: StoreUnderTest { try FilesystemStorage(root: path, threads: 4) })
        }
    }
}
