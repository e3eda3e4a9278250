/// A range of bytes that a client asked for, as it fits an object of a known size (RFC 9110 section 14).
package enum ByteRange: Equatable, Sendable {
    /// No usable range was asked: the whole object is sent.
    case whole
    /// The bytes from `offset` on, `count` of them; both fit the object.
    case part(offset: Int64, count: Int64)
    /// The range lies outside the object, or several ranges were asked: 416.
    case unsatisfiable

    /// Reads a `Range` header for an object of `size` bytes.
    ///
    /// Units other than bytes and malformed headers are ignored, as RFC 9110 section 14.2 asks. Several ranges in
    /// one request and ranges that end before they begin are refused rather than sent whole, so that no client mistakes a full object for a part.
    package init(header: String?, size: Int64) {
        guard let header, header.utf8.count <= 1024, header.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let specification = header.dropFirst(6).filter { $0 != " " }
        if specification.contains(",") {
            self = .unsatisfiable
            return
        }
        let ends = specification.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            self = .whole
            return
        }
        switch (ends[0].isEmpty, ends[1].isEmpty) {
        case (true, true): self = .whole
        case (true, false): self = Self.suffix(length: Self.number(ends[1]), size: size)
        case (false, _):
            self = Self.interval(
                first: Self.number(ends[0]), last: ends[1].isEmpty ? Int64.max : Self.number(ends[1]), size: size)
        }
    }

    private static func suffix(length: Int64, size: Int64) -> ByteRange {
        guard length > 0, size > 0 else { return .unsatisfiable }
        let count = min(length, size)
        return .part(offset: size - count, count: count)
    }

    private static func interval(first: Int64, last: Int64, size: Int64) -> ByteRange {
        guard first <= last, first < size else { return .unsatisfiable }
        return .part(offset: first, count: min(last, size - 1) - first + 1)
    }

    /// A number too large for an offset lies past the end of every object.
    private static func number(_ digits: Substring) -> Int64 { Int64(digits) ?? .max }
}

/// The entity tags of a conditional request.
package enum EntityTags {
    /// Whether an `If-None-Match` header names `tag` (RFC 9110 section 13.1.2); quotes and `W/` don't matter, as
    /// Docker's clients send digests bare.
    package static func matches(_ header: String?, tag: String) -> Bool {
        guard let header, header.utf8.count <= 8192 else { return false }
        return header.split(separator: ",").contains { candidate in
            var bare = candidate.drop { $0 == " " }
            while bare.last == " " { bare.removeLast() }
            if bare == "*" { return true }
            if bare.hasPrefix("W/") { bare = bare.dropFirst(2) }
            if bare.first == "\"", bare.last == "\"", bare.count >= 2 { bare = bare.dropFirst().dropLast() }
            return bare == tag
        }
    }
}
