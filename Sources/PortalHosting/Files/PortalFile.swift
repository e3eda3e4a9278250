import Cryptography
package import NIOCore

/// A file of the portal in all the forms in which it can be sent.
package struct PortalFile: Sendable {
    /// One form.
    package struct Form: Sendable {
        package let bytes: ByteBuffer
        /// A strong validator without its quotes (RFC 9110 section 8.8.3), of these very bytes.
        package let entityTag: String

        init(_ bytes: [UInt8]) {
            var hash = ContentHash(.sha256)
            hash.update(bytes)
            self.bytes = ByteBuffer(bytes: bytes)
            entityTag = Hex.encode(Array(hash.finalized().prefix(16)))
        }
    }

    package let mediaType: String
    private let plain: Form
    private let compressed: [ContentCoding: Form]

    /// Makes a file of its bytes and of compressed forms of them.
    package init(mediaType: String, bytes: [UInt8], compressed: [ContentCoding: [UInt8]] = [:]) {
        self.mediaType = mediaType
        plain = Form(bytes)
        self.compressed = compressed.mapValues { Form($0) }
    }

    /// Whether what is sent depends on `Accept-Encoding`.
    package var isNegotiated: Bool { !compressed.isEmpty }

    /// The form to send to a client with this `Accept-Encoding`.
    package func form(for acceptEncoding: String?) -> (coding: ContentCoding, form: Form) {
        let available = Set(compressed.keys).union([.identity])
        let coding = ContentCoding.chosen(among: available, header: acceptEncoding)
        return compressed[coding].map { (coding, $0) } ?? (.identity, plain)
    }
}
