package import HTTPTypes
package import Hummingbird
package import Logging
package import Prometheus

/// Counts requests and writes the access log.
package struct RequestObservation: Sendable {
    private let requests: MetricFamily<Counter>
    private let durations: MetricFamily<Histogram>
    private let bytesSent: MetricFamily<Counter>
    private let bytesReceived: MetricFamily<Counter>
    private let inFlight: Gauge
    private let logger: Logger

    /// Registers the metrics in `registry` and logs to `logger`.
    package init(registry: MetricsRegistry, logger: Logger) {
        self.logger = logger
        requests = registry.counter(
            "haven_http_requests_total", help: "HTTP requests answered.", labels: ["method", "endpoint", "status"])
        durations = registry.histogram(
            "haven_http_request_duration_seconds", help: "Time from a request's head to the end of its response.",
            labels: ["method", "endpoint"])
        bytesSent = registry.counter(
            "haven_http_sent_bytes_total", help: "Response body bytes of blobs.", labels: ["endpoint"])
        bytesReceived = registry.counter(
            "haven_http_received_bytes_total", help: "Declared request body bytes.", labels: ["endpoint"])
        inFlight = registry.gauge("haven_http_requests_in_flight", help: "HTTP requests being answered.")
    }

    /// Notes that a request's head has arrived.
    package func begin(_ request: Request, exchange: Exchange, origin: RequestOrigin) -> ObservedRequest {
        inFlight.add(1)
        return ObservedRequest(
            observation: self, method: request.method, exchange: exchange, clientAddress: origin.clientAddress,
            received: request.headers[.contentLength].flatMap { Int($0) } ?? 0, start: .now)
    }

    fileprivate func end(_ observed: ObservedRequest, status: HTTPResponse.Status, isComplete: Bool) {
        let elapsed = observed.start.duration(to: .now)
        let endpoint = observed.exchange.endpoint
        let method = Self.label(observed.method)
        inFlight.add(-1)
        requests.labelled(method, endpoint, String(status.code)).increment()
        durations.labelled(method, endpoint).observe(elapsed / .seconds(1))
        if observed.exchange.bytesSent > 0 {
            bytesSent.labelled(endpoint).increment(by: observed.exchange.bytesSent)
        }
        if observed.received > 0 { bytesReceived.labelled(endpoint).increment(by: observed.received) }
        log(observed, status: status, elapsed: elapsed, isComplete: isComplete)
    }

    /// Methods that the specifications don't know share a label, or a client could make labels without end.
    private static func label(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .get, .head, .post, .put, .patch, .delete, .options: method.rawValue
        default: "other"
        }
    }

    /// Successful reads are logged at debug level: a busy registry answers tens of thousands of them a second.
    private func log(_ observed: ObservedRequest, status: HTTPResponse.Status, elapsed: Duration, isComplete: Bool) {
        let isRead = observed.method == .get || observed.method == .head
        let level: Logger.Level =
            status.code >= 500 ? .error : isRead && status.code < 500 && isComplete ? .debug : .info
        guard logger.logLevel <= level else { return }
        var metadata: Logger.Metadata = [
            "request_id": "\(observed.exchange.requestID)", "method": "\(observed.method.rawValue)",
            "path": "\(observed.exchange.path)", "status": "\(status.code)",
            "duration_us": "\(Int(elapsed / .microseconds(1)))", "client": "\(observed.clientAddress)",
            "sent": "\(observed.exchange.bytesSent)", "received": "\(observed.received)",
        ]
        if let principal = observed.exchange.principal { metadata["user"] = "\(principal)" }
        if !isComplete { metadata["complete"] = "false" }
        logger.log(level: level, "request", metadata: metadata)
    }
}

/// A request on its way.
package struct ObservedRequest: Sendable {
    fileprivate let observation: RequestObservation
    fileprivate let method: HTTPRequest.Method
    fileprivate let exchange: Exchange
    fileprivate let clientAddress: String
    /// Declared body length in bytes.
    fileprivate let received: Int
    fileprivate let start: ContinuousClock.Instant

    /// Notes that the response is out, or that sending it failed.
    package func end(status: HTTPResponse.Status, isComplete: Bool) {
        observation.end(self, status: status, isComplete: isComplete)
    }
}
