import Jobs
import Testing

@Suite struct BackoffTests {
    @Test(
        arguments: [
            (1, 0.0, 2_500_000, "half of the first wait at least"),
            (1, 1.0, 5_000_000, "and all of it at most"),
            (2, 1.0, 10_000_000, "twice as long each time"),
            (50, 1.0, 60_000_000, "up to the largest"),
            (0, 0.5, 3_750_000, "no attempts count as one"),
            (3, 7.0, 20_000_000, "a random number that is none"),
        ] as [(Int, Double, Int64, String)])
    func waits(_ attempts: Int, _ random: Double, _ expected: Int64, _ reason: String) {
        #expect(Backoff(first: 5, largest: 60).wait(afterAttempts: attempts, random: random) == expected, "\(reason)")
    }
}
