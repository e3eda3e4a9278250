import HTTPServing
import HTTPTypes
import Hummingbird

/// Where a chunk belongs in a blob and how long it is, as the request's headers say.
package struct ChunkRange: Equatable, Sendable {
    /// Offset of the first byte; nil if the request doesn't tell.
    package let start: Int64?
    /// Length in bytes; nil if the request doesn't tell.
    package let length: Int64?

    /// Reads `Content-Range: 0-1023` (OCI Distribution Specification, "Pushing a blob in chunks"; also in the form
    /// `bytes 0-1023/*` of RFC 9110) and `Content-Length`.
    init(_ request: DistributionRequest) throws {
        try self.init(contentRange: request.request.headers[.contentRange], contentLength: request.contentLength())
    }

    /// Reads the values of both headers; throws `HTTPFailure` for what is malformed or doesn't fit together.
    package init(contentRange: String?, contentLength: Int64?) throws {
        guard let contentRange else {
            (start, length) = (nil, contentLength)
            return
        }
        var text = Substring(contentRange)
        if text.hasPrefix("bytes ") || text.hasPrefix("bytes=") { text = text.dropFirst(6) }
        text = text.prefix { $0 != "/" }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]), first <= last,
            last < Int64.max
        else { throw HTTPFailure.uploadInvalid("invalid Content-Range: it has the form START-END") }
        if let contentLength, contentLength != last - first + 1 {
            throw HTTPFailure.uploadInvalid("Content-Range and Content-Length differ")
        }
        (start, length) = (first, last - first + 1)
    }

    private static func number(_ digits: Substring) -> Int64? {
        digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(digits) : nil
    }
}
