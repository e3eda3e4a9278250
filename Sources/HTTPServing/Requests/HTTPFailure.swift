package import HTTPTypes
package import Hummingbird
import NIOCore

/// A failure as the client is to see it: a status, a code and a sentence.
///
/// The body is `{"errors":[{"code":…,"message":…}]}`, the form that the OCI Distribution Specification
/// (section "Error Codes") and Harbor's API share.
package struct HTTPFailure: HTTPResponseError {
    package let status: HTTPResponse.Status
    /// The code in capitals, such as `MANIFEST_UNKNOWN`.
    package let code: String
    /// What went wrong and what to do, for people.
    package let message: String
    /// What the code is about, such as the digest that is missing; empty: left out.
    package let detail: String
    /// Header fields that the answer carries besides the body's.
    package var headers: HTTPFields

    package init(
        _ status: HTTPResponse.Status, code: String, message: String, detail: String = "", headers: HTTPFields = [:]
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.detail = detail
        self.headers = headers
    }

    /// A failure of the server itself: the client learns nothing but that.
    package static let internalError = HTTPFailure(
        .internalServerError, code: "UNKNOWN", message: "internal server error")

    /// The disk, or what the registry may use of it, is full.
    package static let storageFull = HTTPFailure(
        HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"), code: "STORAGE_FULL",
        message: "the registry's storage is full: free space or ask its administrator")

    /// Something that the registry depends on is not there now; the client may try again in two seconds.
    package static func unavailable(_ message: String) -> HTTPFailure {
        HTTPFailure(
            .serviceUnavailable, code: "UNAVAILABLE", message: "\(message): try again", headers: [.retryAfter: "2"])
    }

    package func response(from request: Request, context: some RequestContext) -> Response { response() }

    /// Encodes the failure.
    package func response() -> Response {
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private var body: [UInt8] {
        var bytes = Array(#"{"errors":[{"code":""#.utf8)
        Self.append(code, to: &bytes)
        bytes += Array(#"","message":""#.utf8)
        Self.append(message, to: &bytes)
        if !detail.isEmpty {
            bytes += Array(#"","detail":""#.utf8)
            Self.append(detail, to: &bytes)
        }
        return bytes + Array("\"}]}\n".utf8)
    }

    /// Appends text with the escapes that JSON demands (RFC 8259 section 7).
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: bytes += Array("\\u00".utf8) + [hexDigit(byte >> 4), hexDigit(byte & 15)]
            default: bytes.append(byte)
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
