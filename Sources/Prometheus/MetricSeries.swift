/// One line, or one histogram, of a metric: the values of one set of labels.
protocol MetricSeries: AnyObject, Sendable {
    /// Writes the samples as they are now.
    func write(to text: inout ExpositionText, name: String, labels: [Label])
}

/// A label with its value.
struct Label: Hashable {
    let name: String
    let value: String
}
