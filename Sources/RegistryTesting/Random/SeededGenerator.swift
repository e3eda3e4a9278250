#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Random numbers that come again with the same seed (SplitMix64). `HAVEN_TEST_SEED` in the environment chooses it.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Begins with a seed.
    package init(seed: UInt64) { state = seed }

    /// Begins anew and prints the seed, so that a failure can be repeated.
    package init(for test: String) {
        let chosen = getenv("HAVEN_TEST_SEED").flatMap { UInt64(String(cString: $0)) }
        let seed = chosen ?? UInt64.random(in: .min ... .max)
        print("\(test): HAVEN_TEST_SEED=\(seed)")
        state = seed
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `count` - 1.
    package mutating func index(below count: Int) -> Int {
        Int.random(in: 0..<count, using: &self)
    }

    /// At most `count` bytes.
    package mutating func bytes(upTo count: Int) -> [UInt8] {
        (0..<index(below: count + 1)).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }
}
