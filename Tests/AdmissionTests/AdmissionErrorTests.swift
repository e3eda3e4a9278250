import Admission
import OCI
import Testing

@Suite struct AdmissionErrorTests {
    @Test func saysWhatHarborSays() throws {
        let (kib, mib): (Int64, Int64) = (1 << 10, 1 << 20)
        let cases: [(AdmissionError, String, String)] = [
            (
                .quotaExceeded(adding: mib, used: 10 * mib - 1, limit: 10 * mib),
                "adding 1.0 MiB of storage resource, which when updated to current usage of 10.0 MiB will exceed the "
                    + "configured upper limit of 10.0 MiB.", "Harbor's words, one decimal"
            ),
            (
                .quotaExceeded(adding: 0, used: 1023, limit: kib),
                "adding 0 B of storage resource, which when updated to current usage of 1023 B will exceed the "
                    + "configured upper limit of 1.0 KiB.", "bytes have no decimal"
            ),
            (
                .quotaExceeded(adding: mib - 1, used: 1536, limit: 1 << 50),
                "adding 1.0 MiB of storage resource, which when updated to current usage of 1.5 KiB will exceed the "
                    + "configured upper limit of 1.0 PiB.", "what rounds to 1024 is one of the next unit"
            ),
            (
                .quotaExceeded(adding: .max, used: 0, limit: 1),
                "adding 8.0 EiB of storage resource, which when updated to current usage of 0 B will exceed the "
                    + "configured upper limit of 1 B.", "the largest number there is"
            ),
            (
                .immutable(repository: try RepositoryName("shop/tools/hello"), tag: "1"),
                "Failed to process request due to 'tools/hello:1' configured as immutable.", "without the project"
            ),
        ]
        for (error, expected, reason) in cases { #expect(error.description == expected, "\(reason)") }
    }
}
