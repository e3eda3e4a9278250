import Prometheus
import Testing

/// What the handles count.
@Suite struct MetricTests {
    @Test func aCounterOnlyGrows() {
        let counter = MetricsRegistry().counter("count_total", help: "")
        counter.increment()
        counter.increment(by: 5)
        counter.increment(by: 0)
        counter.increment(by: -3)
        #expect(counter.value == 6)
    }

    @Test func aGaugeGoesUpAndDown() {
        let gauge = MetricsRegistry().gauge("level", help: "")
        gauge.add(5)
        gauge.add(-7)
        #expect(gauge.value == -2)
        gauge.set(3)
        #expect(gauge.value == 3)
    }

    @Test func noIncrementIsLostAmongThreads() async {
        let registry = MetricsRegistry()
        let counters = registry.counter("count_total", help: "", labels: ["label"])
        let gauge = registry.gauge("level", help: "")
        let histogram = registry.histogram("seconds", help: "", bounds: [1])
        await withTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    for _ in 0..<10_000 {
                        counters.labelled("\(number % 2)").increment()
                        gauge.add(number % 2 == 0 ? 1 : -1)
                        histogram.observe(0.5)
                    }
                }
            }
        }
        #expect(counters.labelled("0").value == 40_000)
        #expect(counters.labelled("1").value == 40_000)
        #expect(gauge.value == 0)
        #expect(text(of: registry).contains("seconds_sum 40000\nseconds_count 80000\n"))
    }

    @Test func theSameLabelsAreTheSameSeries() {
        let family = MetricsRegistry().counter("count_total", help: "", labels: ["one", "two"])
        #expect(family.labelled("a", "b") === family.labelled("a", "b"))
        #expect(family.labelled("a", "b") !== family.labelled("b", "a"))
        #expect(family.labelled("ab", "") !== family.labelled("a", "b"))
    }

    @Test func labelsAboveTheLimitShareOneSeries() {
        let registry = MetricsRegistry()
        let family = registry.counter("count_total", help: "", labels: ["path", "status"], limit: 2)
        for number in 0..<1000 { family.labelled("path \(number)", "200").increment() }
        #expect(
            text(of: registry).split(separator: "\n").dropFirst(2) == [
                #"count_total{path="other",status="other"} 998"#, #"count_total{path="path 0",status="200"} 1"#,
                #"count_total{path="path 1",status="200"} 1"#,
            ])
        #expect(family.labelled("path 1", "200").value == 1, "those that were first keep their own")
    }

    /// A value, and the bucket of those that end at 1, 2 and 5 that it belongs in.
    static let observations: [(value: Double, bucket: Int)] = [
        (-1, 0), (0, 0), (1, 0), (1.000001, 1), (2, 1), (4.9, 2), (5, 2), (5.1, 3), (.infinity, 3), (.nan, 3),
    ]

    @Test(arguments: observations)
    func anObservationIsInOneBucket(_ observation: (value: Double, bucket: Int)) {
        let registry = MetricsRegistry()
        registry.histogram("metric", help: "", bounds: [1, 2, 5]).observe(observation.value)
        let counts = text(of: registry).split(separator: "\n").dropFirst(2).prefix(4).map { $0.last == "1" }
        #expect(counts == (0..<4).map { $0 >= observation.bucket }, "cumulative counts")
    }

    @Test func processMetricsAreThereAndPlausible() throws {
        let registry = MetricsRegistry()
        registry.addProcessMetrics()
        var values: [String: Double] = [:]
        for line in text(of: registry).split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            values[String(parts[0])] = Double(parts[1])
        }
        // Name, least, most.
        let plausible: [(String, Double, Double)] = [
            ("process_cpu_seconds_total", 0.000_001, 1e6),
            ("process_resident_memory_bytes", 1e6, 1e12),
            ("process_virtual_memory_bytes", 1e6, 1e15),
            ("process_open_fds", 3, 1e6),
            ("process_max_fds", 3, .infinity),
            ("process_threads", 1, 10_000),
            // The years 2020 to 2100.
            ("process_start_time_seconds", 1_577_836_800, 4_102_444_800),
        ]
        for (name, least, most) in plausible {
            let value = try #require(values[name], "\(name)")
            #expect((least...most).contains(value), "\(name)")
        }
        #expect(values.count == plausible.count)
    }
}
