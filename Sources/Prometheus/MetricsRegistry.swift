import Synchronization

/// The metrics of a process, and the text that tells them to Prometheus.
///
/// Names, labels and bounds are written in the source, so wrong ones are mistakes of the program and stop it at its start: a name
/// that is taken or breaks Prometheus's grammar, a label that does, bounds that don't grow.
package final class MetricsRegistry: Sendable {
    /// The media type of `exposition()`.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// How many sets of label values a metric may have unless it says otherwise.
    package static let labelSetLimit = 1000

    private let metrics = Mutex<[Metric]>([])

    private struct Metric {
        let name: String
        let help: String
        let kind: ExpositionText.Kind
        let write: @Sendable (inout ExpositionText) -> Void
    }

    /// A registry without metrics.
    package init() {}

    /// All metrics as they are now, in the order in which they were made, in the text format 0.0.4.
    package func exposition() -> [UInt8] {
        // Outside of the lock: a callback may take its time, or even make a metric.
        let metrics = metrics.withLock { $0 }
        var text = ExpositionText()
        for metric in metrics {
            text.header(metric.name, help: metric.help, kind: metric.kind)
            metric.write(&text)
        }
        return text.bytes
    }

    /// Adds a metric whose samples are written by a closure.
    func add(
        _ name: String, help: String, kind: ExpositionText.Kind, labels: [String],
        write: @escaping @Sendable (inout ExpositionText) -> Void
    ) {
        precondition(MetricNames.isMetric(name), "not a metric's name: \(name)")
        precondition(labels.allSatisfy(MetricNames.isLabel), "not labels' names: \(labels)")
        precondition(Set(labels).count == labels.count, "labels given twice: \(labels)")
        let isNew = metrics.withLock { metrics in
            guard !metrics.contains(where: { $0.name == name }) else { return false }
            metrics.append(Metric(name: name, help: help, kind: kind, write: write))
            return true
        }
        precondition(isNew, "two metrics are called \(name)")
    }

    /// Adds a metric that is one series.
    func add<Series: MetricSeries>(
        _ name: String, help: String, kind: ExpositionText.Kind, _ series: Series
    ) -> Series {
        add(name, help: help, kind: kind, labels: []) { text in
            series.write(to: &text, name: name, labels: [])
        }
        return series
    }

    /// Adds a metric that has a series for each set of label values.
    func add<Series: MetricSeries>(
        _ name: String, help: String, kind: ExpositionText.Kind, _ family: MetricFamily<Series>
    ) -> MetricFamily<Series> {
        add(name, help: help, kind: kind, labels: family.labels) { text in
            for (values, series) in family.all {
                series.write(to: &text, name: name, labels: zip(family.labels, values).map(Label.init))
            }
        }
        return family
    }
}
