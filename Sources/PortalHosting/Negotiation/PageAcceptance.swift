/// Whether a client takes pages.
enum PageAcceptance {
    /// Whether an `Accept` header admits `text/html` (RFC 9110 section 12.5.1): the most exact range that fits decides.
    static func admitsPages(_ header: String?) -> Bool {
        guard let header else { return true }
        let asked = WeightedList(header)
        return (asked["text/html"] ?? asked["text/*"] ?? asked["*/*"] ?? 0) > 0
    }
}
