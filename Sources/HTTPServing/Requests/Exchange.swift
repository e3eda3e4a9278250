package import HTTPTypes
import Synchronization

/// One request and its response, as metrics and the access log see them.
package final class Exchange: Sendable {
    private struct Record {
        var endpoint = "unknown"
        var principal: String?
        var bytesSent = 0
    }

    /// The identifier that the client gave in `X-Request-ID`, or one of 32 hexadecimal digits.
    package let requestID: String
    /// The request's path as it was sent, without its query string.
    package let path: String
    private let record = Mutex(Record())

    package init(head: HTTPRequest) {
        requestID = Self.identifier(given: head.headerFields[.requestID])
        path = String((head.path ?? "/").prefix { $0 != "?" })
    }

    /// The template of the endpoint that answers, a label with few values such as `/v2/{name}/blobs/{digest}`.
    package var endpoint: String {
        get { record.withLock { $0.endpoint } }
        set { record.withLock { $0.endpoint = newValue } }
    }

    /// The name of whoever was recognised as the sender; nil while nobody was.
    package var principal: String? {
        get { record.withLock { $0.principal } }
        set { record.withLock { $0.principal = newValue } }
    }

    /// Body bytes handed to the client so far.
    package var bytesSent: Int { record.withLock { $0.bytesSent } }

    /// Counts body bytes handed to the client.
    package func addBytesSent(_ count: Int) {
        record.withLock { $0.bytesSent += count }
    }

    /// Accepts a client's identifier only if it is short and visible ASCII, so that it can't forge log lines.
    private static func identifier(given: String?) -> String {
        if let given, !given.isEmpty, given.utf8.count <= 128, given.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) {
            return given
        }
        return processPart + padded(sequence.wrappingAdd(1, ordering: .relaxed).newValue)
    }

    /// A random number for each run and a count within it: unique without asking the system for every request.
    private static let processPart = padded(UInt64.random(in: .min ... .max))
    private static let sequence = Atomic<UInt64>(0)

    private static func padded(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension HTTPField.Name {
    /// `X-Request-ID`, echoed or made for every request.
    package static let requestID = HTTPField.Name.constant("X-Request-ID")

    /// Makes a field name from a literal that is known to be a token (RFC 9110 section 5.1).
    package static func constant(_ name: StaticString) -> HTTPField.Name {
        guard let made = HTTPField.Name(name.description) else {
            preconditionFailure("\(name) is no header field name")
        }
        return made
    }
}
