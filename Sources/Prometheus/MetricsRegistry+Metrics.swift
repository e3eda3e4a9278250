extension MetricsRegistry {
    /// Makes a counter; its name should end in `_total`.
    package func counter(_ name: String, help: String) -> Counter {
        add(name, help: help, kind: .counter, Counter())
    }

    /// Makes a counter for each set of label values, at most `limit`.
    package func counter(
        _ name: String, help: String, labels: [String], limit: Int = labelSetLimit
    ) -> MetricFamily<Counter> {
        add(name, help: help, kind: .counter, MetricFamily(labels: labels, limit: limit) { Counter() })
    }

    /// Makes a counter whose value is asked for when it is told; without a value it is left out.
    package func counter(_ name: String, help: String, value: @escaping @Sendable () -> Double?) {
        addCallback(name, help: help, kind: .counter, value)
    }

    /// Makes a gauge.
    package func gauge(_ name: String, help: String) -> Gauge {
        add(name, help: help, kind: .gauge, Gauge())
    }

    /// Makes a gauge for each set of label values, at most `limit`.
    package func gauge(
        _ name: String, help: String, labels: [String], limit: Int = labelSetLimit
    ) -> MetricFamily<Gauge> {
        add(name, help: help, kind: .gauge, MetricFamily(labels: labels, limit: limit) { Gauge() })
    }

    /// Makes a gauge whose value is asked for when it is told; without a value it is left out.
    package func gauge(_ name: String, help: String, value: @escaping @Sendable () -> Double?) {
        addCallback(name, help: help, kind: .gauge, value)
    }

    /// Makes a histogram with buckets that end at the bounds, which are finite and grow.
    package func histogram(
        _ name: String, help: String, bounds: [Double] = Histogram.requestSeconds
    ) -> Histogram {
        Self.check(bounds, labels: [])
        return add(name, help: help, kind: .histogram, Histogram(bounds: bounds))
    }

    /// Makes a histogram for each set of label values, at most `limit`; no label may be called `le`.
    package func histogram(
        _ name: String, help: String, labels: [String], bounds: [Double] = Histogram.requestSeconds,
        limit: Int = labelSetLimit
    ) -> MetricFamily<Histogram> {
        Self.check(bounds, labels: labels)
        return add(
            name, help: help, kind: .histogram, MetricFamily(labels: labels, limit: limit) { Histogram(bounds: bounds) }
        )
    }

    private func addCallback(
        _ name: String, help: String, kind: ExpositionText.Kind, _ value: @escaping @Sendable () -> Double?
    ) {
        add(name, help: help, kind: kind, labels: []) { text in
            if let value = value() { text.sample(name, [], value) }
        }
    }

    private static func check(_ bounds: [Double], labels: [String]) {
        precondition(bounds.allSatisfy(\.isFinite), "bounds must be finite: \(bounds)")
        precondition(zip(bounds, bounds.dropFirst()).allSatisfy(<), "bounds must grow: \(bounds)")
        precondition(!labels.contains("le"), "a histogram has its own label le")
    }
}
