import Synchronization

/// A whole number that goes up and down.
///
/// Changing it is one atomic operation: make the handle once and keep it.
package final class Gauge: Sendable {
    private let number = Atomic<Int64>(0)

    /// The number now.
    package var value: Int64 { number.load(ordering: .relaxed) }

    /// Replaces the number.
    package func set(_ value: Int) {
        number.store(Int64(value), ordering: .relaxed)
    }

    /// Adds to the number; a negative amount takes away.
    package func add(_ amount: Int) {
        number.wrappingAdd(Int64(amount), ordering: .relaxed)
    }
}

extension Gauge: MetricSeries {
    func write(to text: inout ExpositionText, name: String, labels: [Label]) {
        text.sample(name, labels, value)
    }
}
