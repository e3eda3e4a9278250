import Cryptography
import Testing

@Suite struct DamagedStateTests {
    private func state(_ algorithm: ContentHash.Algorithm, _ count: Int) -> [UInt8] {
        var hash = ContentHash(algorithm)
        hash.update(HashSamples.pattern(count))
        return hash.state
    }

    private func isRefused(_ state: [UInt8]) -> Bool {
        do {
            _ = try ContentHash(state: state)
            return false
        } catch {
            return error == .malformedState
        }
    }

    /// The state with its checksum made right again, as if it had been saved so.
    private func sealed(_ body: some Collection<UInt8>) -> [UInt8] {
        Array(body) + HashSamples.hash(.sha256, Array(body)).prefix(8)
    }

    @Test(arguments: ContentHash.Algorithm.allCases, [0, 100])
    func everyChangedBitIsNoticed(_ algorithm: ContentHash.Algorithm, _ count: Int) {
        let state = state(algorithm, count)
        for bit in 0..<state.count * 8 {
            var damaged = state
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(isRefused(damaged), "bit \(bit)")
        }
    }

    @Test(arguments: ContentHash.Algorithm.allCases, [0, 100])
    func everyOtherLengthIsNoticed(_ algorithm: ContentHash.Algorithm, _ count: Int) {
        let state = state(algorithm, count)
        for length in 0..<state.count {
            #expect(isRefused(Array(state.prefix(length))), "\(length) bytes")
            #expect(isRefused(sealed(state.prefix(length))) || length == state.count - 8, "\(length) bytes, sealed")
        }
        #expect(isRefused(state + [0]) && isRefused(sealed(state.dropLast(8) + [0])))
    }

    @Test func whatNobodySavesIsRefused() {
        let body = Array(state(.sha256, 100).dropLast(8))
        #expect(!isRefused(sealed(body)), "the way in which this test makes states works")
        let changes: [(index: Int, value: UInt8, reason: String)] = [
            (0, 0, "version 0"),
            (0, 2, "a later version"),
            (1, 0, "no algorithm"),
            (1, 2, "the algorithm with larger words"),
            (1, 3, "an unknown algorithm"),
            (2, 101, "a count with another number of pending bytes"),
            (9, 0x20, "more bytes than can be counted"),
        ]
        for change in changes {
            var body = body
            body[change.index] = change.value
            #expect(isRefused(sealed(body)), "\(change.reason)")
        }
        #expect(isRefused([]) && isRefused(sealed([UInt8]())))
    }
}
