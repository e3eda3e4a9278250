/// A form in which a body is sent (RFC 9110 section 8.4.1), the best first.
package enum ContentCoding: String, CaseIterable, Sendable {
    case brotli = "br"
    case gzip
    case identity

    /// What the name of a file in this form ends in, behind the file's own name.
    var suffix: String {
        switch self {
        case .brotli: ".br"
        case .gzip: ".gz"
        case .identity: ""
        }
    }

    /// The form to send of those there are, as a client's `Accept-Encoding` asks (RFC 9110 section 12.5.3).
    ///
    /// The highest weight wins, and of equal ones the smaller body. Without a header, and where nothing there is would
    /// do, the plain form is sent.
    package static func chosen(among available: Set<ContentCoding>, header: String?) -> ContentCoding {
        guard let header else { return .identity }
        let asked = WeightedList(header)
        var best = (coding: ContentCoding.identity, weight: 0)
        for coding in allCases where available.contains(coding) {
            let weight = coding.weight(in: asked)
            if weight > best.weight { best = (coding, weight) }
        }
        return best.coding
    }

    private func weight(in asked: WeightedList) -> Int {
        if let weight = asked[rawValue] { return weight }
        if self == .gzip, let weight = asked["x-gzip"] { return weight }
        if let weight = asked["*"] { return weight }
        // Unless it is refused, the plain form is always acceptable, and never preferred to what was asked for.
        return self == .identity ? 1 : 0
    }
}
