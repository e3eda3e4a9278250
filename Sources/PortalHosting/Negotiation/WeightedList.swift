/// The values of a header such as `Accept` with their weights (RFC 9110 section 12.4.2).
struct WeightedList {
    private static let longest = 4096
    /// The weights in thousandths, by values in small letters.
    private let weights: [String: Int]

    /// Reads a header; values whose weight can't be read are left out, and one over 4 KiB holds nothing.
    init(_ header: String) {
        guard header.utf8.count <= Self.longest else {
            weights = [:]
            return
        }
        let values = header.split(separator: ",").compactMap { Self.value($0) }
        weights = Dictionary(values) { first, _ in first }
    }

    /// The weight of a value, 0 to 1000; nil if the header doesn't name it.
    subscript(value: String) -> Int? { weights[value] }

    private static func value(_ text: Substring) -> (String, Int)? {
        let parts = text.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
        guard let name = parts.first, !name.isEmpty else { return nil }
        guard let weight = parts.dropFirst().first(where: { $0.hasPrefix("q=") }) else { return (name, 1000) }
        return thousandths(weight.dropFirst(2)).map { (name, $0) }
    }

    /// Reads `0`, `1` or a number between with at most three digits behind the point.
    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts.count > 1 ? parts[1] : ""
        guard parts[0] == "0" || parts[0] == "1", digits.utf8.count <= 3,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let weight = Int(parts[0] + digits + String(repeating: "0", count: 3 - digits.utf8.count)), weight <= 1000
        else { return nil }
        return weight
    }
}
