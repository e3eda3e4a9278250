import Prometheus
import Testing

/// The exact text that is told.
@Suite struct ExpositionTests {
    @Test func anEmptyRegistryTellsNothing() {
        #expect(text(of: MetricsRegistry()) == "")
    }

    @Test func everyKindOfMetricIsTold() {
        let registry = MetricsRegistry()
        registry.counter("haven_pushes_total", help: "Manifests pushed.").increment(by: 3)
        registry.gauge("haven_connections", help: "Connections.").set(-2)
        let histogram = registry.histogram("haven_seconds", help: "Durations.", bounds: [0.25, 1, 10])
        for value in [0.25, 0.5, 0.5, 100] { histogram.observe(value) }
        registry.gauge("haven_load", help: "Asked for.") { 0.5 }
        #expect(
            text(of: registry) == """
                # HELP haven_pushes_total Manifests pushed.
                # TYPE haven_pushes_total counter
                haven_pushes_total 3
                # HELP haven_connections Connections.
                # TYPE haven_connections gauge
                haven_connections -2
                # HELP haven_seconds Durations.
                # TYPE haven_seconds histogram
                haven_seconds_bucket{le="0.25"} 1
                haven_seconds_bucket{le="1"} 3
                haven_seconds_bucket{le="10"} 3
                haven_seconds_bucket{le="+Inf"} 4
                haven_seconds_sum 101.25
                haven_seconds_count 4
                # HELP haven_load Asked for.
                # TYPE haven_load gauge
                haven_load 0.5

                """)
    }

    @Test func seriesAreToldInTheOrderOfTheirLabels() {
        let registry = MetricsRegistry()
        let requests = registry.counter("requests_total", help: "Requests.", labels: ["method", "status"])
        requests.labelled("PUT", "201").increment()
        requests.labelled("GET", "404").increment()
        requests.labelled("GET", "200").increment(by: 2)
        #expect(
            text(of: registry) == """
                # HELP requests_total Requests.
                # TYPE requests_total counter
                requests_total{method="GET",status="200"} 2
                requests_total{method="GET",status="404"} 1
                requests_total{method="PUT",status="201"} 1

                """)
    }

    @Test func aHistogramsLabelsStandBeforeItsBound() {
        let registry = MetricsRegistry()
        let family = registry.histogram("sizes", help: "Sizes.", labels: ["kind"], bounds: [1])
        family.labelled("blob").observe(2)
        #expect(
            text(of: registry) == """
                # HELP sizes Sizes.
                # TYPE sizes histogram
                sizes_bucket{kind="blob",le="1"} 0
                sizes_bucket{kind="blob",le="+Inf"} 1
                sizes_sum{kind="blob"} 2
                sizes_count{kind="blob"} 1

                """)
    }

    /// Texts that need escaping: as a help text, and as a label's value.
    static let escapes: [(raw: String, help: String, value: String)] = [
        (#"C:\new"#, #"C:\\new"#, #"C:\\new"#),
        ("two\nlines", #"two\nlines"#, #"two\nlines"#),
        // Only values stand in quotes.
        (#"a "quote""#, #"a "quote""#, #"a \"quote\""#),
        ("Größe 大小", "Größe 大小", "Größe 大小"),
        ("", "", ""),
        // What looks like an escape, or like the end of a sample, isn't.
        (#"\n"#, #"\\n"#, #"\\n"#),
        ("\"} 1\nevil 1", #""} 1\nevil 1"#, #"\"} 1\nevil 1"#),
    ]

    @Test(arguments: escapes)
    func textsAreEscaped(_ example: (raw: String, help: String, value: String)) {
        let registry = MetricsRegistry()
        registry.gauge("metric", help: example.raw, labels: ["label"]).labelled(example.raw).set(1)
        #expect(
            text(of: registry)
                == "# HELP metric \(example.help)\n# TYPE metric gauge\nmetric{label=\"\(example.value)\"} 1\n")
    }

    /// Numbers as Go's `ParseFloat` reads them.
    static let numbers: [(value: Double, text: String)] = [
        (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (1e6, "1000000"), (999_999_999_999_999, "999999999999999"),
        (1e15, "1000000000000000"), (1e300, "1e+300"), (2.5e-300, "2.5e-300"), (0.1, "0.1"), (.nan, "NaN"),
        (.infinity, "+Inf"),
        (-.infinity, "-Inf"),
    ]

    @Test(arguments: numbers)
    func numbersAreTold(_ example: (value: Double, text: String)) {
        let registry = MetricsRegistry()
        registry.gauge("metric", help: "") { example.value }
        #expect(text(of: registry).split(separator: "\n").last == "metric \(example.text)")
    }

    @Test func aCallbackWithoutAValueIsLeftOut() {
        let registry = MetricsRegistry()
        registry.counter("unknown_total", help: "Not known.") { nil }
        #expect(text(of: registry) == "# HELP unknown_total Not known.\n# TYPE unknown_total counter\n")
    }

    @Test func aCallbackMayUseTheRegistry() {
        let registry = MetricsRegistry()
        let counter = registry.counter("first_total", help: "")
        registry.gauge("second", help: "") {
            _ = registry.counter("made_meanwhile_total", help: "")
            return Double(counter.value)
        }
        #expect(text(of: registry).hasSuffix("second 0\n"))
    }
}

/// What a registry tells, as text.
func text(of registry: MetricsRegistry) -> String {
    String(decoding: registry.exposition(), as: UTF8.self)
}
