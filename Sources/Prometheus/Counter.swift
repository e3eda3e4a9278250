import Synchronization

/// A number that only grows, from 0 at the start of the process.
///
/// Incrementing is one atomic addition: make the handle once and keep it.
package final class Counter: Sendable {
    private let count = Atomic<UInt64>(0)

    /// What has been counted so far; starts anew at 0 after 2^64.
    package var value: UInt64 { count.load(ordering: .relaxed) }

    /// Counts `amount` more; a negative amount counts nothing.
    package func increment(by amount: Int = 1) {
        count.wrappingAdd(UInt64(max(amount, 0)), ordering: .relaxed)
    }
}

extension Counter: MetricSeries {
    func write(to text: inout ExpositionText, name: String, labels: [Label]) {
        text.sample(name, labels, value)
    }
}
