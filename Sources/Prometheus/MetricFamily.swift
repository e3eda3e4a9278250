import Synchronization

/// A metric with labels: one counter, gauge or histogram for each set of label values.
///
/// `labelled` hashes its arguments; whoever is in a hurry keeps what it returns.
package final class MetricFamily<Series: Sendable>: Sendable {
    /// The label values of the one series that stands for all that came after the limit.
    package static var overflow: String { "other" }

    /// The names of the labels, in the order in which `labelled` takes their values.
    package let labels: [String]

    private let limit: Int
    private let make: @Sendable () -> Series
    private let series = Mutex<[[String]: Series]>([:])

    /// A family that holds at most `limit` series, and one for everything above.
    init(labels: [String], limit: Int, make: @escaping @Sendable () -> Series) {
        self.labels = labels
        self.limit = limit
        self.make = make
    }

    /// The series of these label values, made at its first use.
    ///
    /// Takes as many values as the family has labels; any text is allowed. When `limit` series exist, new label values share the
    /// series whose values are all `other`, so that a client that thinks up names can't fill the memory.
    package func labelled(_ values: String...) -> Series {
        precondition(values.count == labels.count, "\(values.count) values for the labels \(labels)")
        return series.withLock { series in
            if let known = series[values] { return known }
            let key = series.count < limit ? values : labels.map { _ in Self.overflow }
            if let known = series[key] { return known }
            let new = make()
            series[key] = new
            return new
        }
    }

    /// All series, in the order of their label values.
    var all: [(values: [String], series: Series)] {
        series.withLock { Array($0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { ($0.key, $0.value) }
    }
}
