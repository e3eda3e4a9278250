import Quotas
import Testing

@Suite struct StorageLimitTests {
    @Test func takesWhatHarborTakes() {
        let cases: [(Int64, Int64??, String)] = [
            (-1, .some(nil), "no limit"), (1, 1, "the smallest"), (1 << 50, 1 << 50, "1,024 TiB"),
            (0, nil, "nothing fits into it"), (-2, nil, "negative"), (.min, nil, "negative"),
            ((1 << 50) + 1, nil, "over 1,024 TiB"), (.max, nil, "over 1,024 TiB"),
        ]
        for (number, expected, reason) in cases {
            let limit = try? StorageLimit(number)
            #expect(limit.map(\.bytes) == expected, "\(number): \(reason)")
            #expect(limit == nil || limit?.number == number)
        }
    }
}
