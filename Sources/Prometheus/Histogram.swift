import Synchronization

/// Counts observations in buckets, and adds them up.
///
/// Observing is a search through the bounds, one atomic addition and one compare-and-exchange: make the handle once and keep it.
package final class Histogram: Sendable {
    /// Bounds for the duration of requests, in seconds: half a millisecond to a minute.
    package static let requestSeconds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
    ]

    private let bounds: [Double]
    /// One for each bound, and one for what is above all of them.
    private let buckets: [Counter]
    /// The bits of a `Double`.
    private let sum = Atomic<UInt64>(0)

    /// Buckets that end at, and include, each of the bounds, which must grow.
    init(bounds: [Double]) {
        self.bounds = bounds
        buckets = (0...bounds.count).map { _ in Counter() }
    }

    /// Counts one observation, in the unit that the metric's name says.
    package func observe(_ value: Double) {
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        buckets[bucket].increment()
        var known = sum.load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: known) + value).bitPattern
            let (exchanged, original) = sum.weakCompareExchange(expected: known, desired: new, ordering: .relaxed)
            if exchanged { return }
            known = original
        }
    }
}

extension Histogram: MetricSeries {
    func write(to text: inout ExpositionText, name: String, labels: [Label]) {
        var count: UInt64 = 0
        for (bound, bucket) in zip(bounds + [.infinity], buckets) {
            count += bucket.value
            let bound = Label(name: "le", value: ExpositionText.format(bound))
            text.sample("\(name)_bucket", labels + [bound], count)
        }
        text.sample("\(name)_sum", labels, Double(bitPattern: sum.load(ordering: .relaxed)))
        // Not counted separately, so that it always agrees with the last bucket.
        text.sample("\(name)_count", labels, count)
    }
}
