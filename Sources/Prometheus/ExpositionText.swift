/// Builds an answer in the text format 0.0.4 (Prometheus documentation, "Exposition formats").
struct ExpositionText {
    /// The kinds of metric that are exposed.
    enum Kind: String {
        case counter, gauge, histogram
    }

    /// What has been built so far: UTF-8, each line ended by a line feed.
    private(set) var bytes: [UInt8] = []

    /// Writes what precedes a metric's samples.
    mutating func header(_ name: String, help: String, kind: Kind) {
        append("# HELP \(name) ")
        append(help, escapingQuotes: false)
        append("\n# TYPE \(name) \(kind.rawValue)\n")
    }

    /// Writes a whole number.
    mutating func sample(_ name: String, _ labels: [Label], _ value: some BinaryInteger) {
        sample(name, labels, text: value.description)
    }

    /// Writes a number.
    mutating func sample(_ name: String, _ labels: [Label], _ value: Double) {
        sample(name, labels, text: Self.format(value))
    }

    /// A number as Go's `ParseFloat` reads it, without a fraction where there is none.
    static func format(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value), abs(value) < 1e16 { return whole.description }
        return value.description
    }

    private mutating func sample(_ name: String, _ labels: [Label], text: String) {
        append(name)
        var separator = "{"
        for label in labels {
            append("\(separator)\(label.name)=\"")
            append(label.value, escapingQuotes: true)
            append("\"")
            separator = ","
        }
        append(labels.isEmpty ? " \(text)\n" : "} \(text)\n")
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(_ text: String, escapingQuotes: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\"") where escapingQuotes: append("\\\"")
            default: bytes.append(byte)
            }
        }
    }
}
