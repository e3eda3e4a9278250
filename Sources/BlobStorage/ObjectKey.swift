package import OCI

/// The name under which a driver keeps an object: a relative path such as `blobs/sha256/ab/abcd….0123456789abcdef`.
///
/// A key that exists is well-formed, so that no driver has to think of `..`, of empty segments or of characters that a file system
/// or an S3 address would have to escape.
package struct ObjectKey: Hashable, Sendable, CustomStringConvertible {
    /// The longest key, in bytes.
    package static let maximumLength = 512

    /// The key as text.
    package let description: String

    /// Reads a key that was stored.
    ///
    /// A key has at least two segments of `[A-Za-z0-9._-]` parted by `/`, none of them `.` or `..`, of which the first is `blobs` or
    /// `uploads`, and at most 512 bytes. Throws `corrupted` for anything else.
    package init(_ text: some StringProtocol) throws(StorageError) {
        guard Self.isWellFormed(Substring(text).utf8) else {
            throw StorageError(
                .corrupted, "not an object key: \(String(text.prefix(Self.maximumLength)).debugDescription)")
        }
        self.description = String(text)
    }

    /// The key of a blob: the digest says what it is, the distinguisher makes the key one upload's own.
    ///
    /// The first two digits part the blobs into 256 directories: `blobs/<algorithm>/<2 digits>/<hex>.<distinguisher, 16 digits>`.
    package init(of digest: Digest, distinguisher: UInt64) {
        self.description =
            "blobs/\(digest.algorithm.rawValue)/\(digest.hex.prefix(2))/\(digest.hex).\(fixedWidthHex(distinguisher))"
    }

    /// What makes the key one upload's own, with which the word of the upload's partial object begins too; nil for a key
    /// that no upload has made.
    package var distinguisher: String? {
        let digits = description.suffix(PartialObject.distinguisherLength)
        guard description.dropLast(digits.count).last == ".", UInt64(digits, radix: 16) != nil else { return nil }
        return String(digits)
    }

    private static func isWellFormed(_ text: Substring.UTF8View) -> Bool {
        guard text.count <= maximumLength else { return false }
        let segments = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard segments.count >= 2, let first = segments.first else { return false }
        return (first.elementsEqual("blobs".utf8) || first.elementsEqual("uploads".utf8))
            && segments.allSatisfy(isSegment)
    }

    private static func isSegment(_ segment: Substring.UTF8View) -> Bool {
        !segment.isEmpty && !segment.elementsEqual(".".utf8) && !segment.elementsEqual("..".utf8)
            && segment.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

extension ObjectKey: Comparable {
    /// The order in which drivers list: that of the keys' bytes.
    package static func < (left: ObjectKey, right: ObjectKey) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }
}

/// Sixteen lower-case hexadecimal digits, zeros in front.
package func fixedWidthHex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
