import Prometheus
import Testing

/// Mistakes in the program stop it at its start; each test in a process of its own.
@Suite struct MetricNameTests {
    @Test func goodNamesAreAccepted() {
        let registry = MetricsRegistry()
        for name in ["a", "_", ":", "haven_http_requests_total", "job:rate5m", "A1"] {
            _ = registry.counter(name, help: "", labels: ["a", "_b", "C9"])
        }
        _ = registry.histogram("no_bounds", help: "", bounds: [])
    }

    @Test func anEmptyNameStops() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().counter("", help: "") }
    }

    @Test func aNameThatBeginsWithADigitStops() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().counter("1st", help: "") }
    }

    @Test func aNameWithAHyphenStops() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().gauge("a-b", help: "") }
    }

    @Test func aNameThatIsTakenStops() async {
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.counter("a", help: "")
            _ = registry.gauge("a", help: "")
        }
    }

    @Test func aLabelWithAColonStops() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().counter("a", help: "", labels: ["b:c"]) }
    }

    @Test func aLabelThatPrometheusKeepsStops() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().counter("a", help: "", labels: ["__b"]) }
    }

    @Test func aLabelGivenTwiceStops() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().counter("a", help: "", labels: ["b", "b"]) }
    }

    @Test func aHistogramsOwnLabelStops() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().histogram("a", help: "", labels: ["le"]) }
    }

    @Test func boundsThatDoNotGrowStop() async {
        await #expect(processExitsWith: .failure) { _ = MetricsRegistry().histogram("a", help: "", bounds: [1, 1]) }
    }

    @Test func anInfiniteBoundStops() async {
        await #expect(processExitsWith: .failure) {
            _ = MetricsRegistry().histogram("a", help: "", bounds: [1, .infinity])
        }
    }

    @Test func tooFewLabelValuesStop() async {
        await #expect(processExitsWith: .failure) {
            _ = MetricsRegistry().counter("a", help: "", labels: ["b", "c"]).labelled("d")
        }
    }
}
