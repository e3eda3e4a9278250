/// How many entries a purge takes at once, and how long it rests: pushes wait for each transaction on SQLite, where one
/// entry in a log of ten million takes longer to remove than a hundred in a small one.
struct PurgePace: Sendable {
    private static let aim = Duration.milliseconds(40)
    private static let smallest = 50
    private let largest: Int
    /// How many entries to look at next.
    private(set) var batch: Int

    /// A pace that takes `largest` entries at most.
    init(largest: Int) {
        self.largest = max(1, largest)
        batch = min(self.largest, 500)
    }

    /// Learns how long a batch took, and gives how long to leave the database to others.
    mutating func rest(after time: Duration) -> Duration {
        if time > Self.aim * 2 {
            batch = max(min(Self.smallest, largest), batch / 2)
        } else if time < Self.aim / 2 {
            batch = min(largest, batch * 2)
        }
        return min(time, .seconds(1))
    }
}
