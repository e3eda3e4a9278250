/// What a path means to the portal.
package enum PortalPath: Hashable, Sendable {
    /// A file below `/assets/`.
    case asset(String)
    /// A file beside the page, such as `favicon.svg`.
    case file(String)
    /// An address within the portal.
    case page

    /// The first parts of paths that are the registry's own, whether there is something or not.
    private static let reserved: Set<Substring> = ["v2", "api", "c", "service", "metrics"]
    private static let longest = 8192

    /// Reads a path as it was sent, without its query; nil for what isn't the portal's.
    package init?(_ path: String) {
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= Self.longest,
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
        else { return nil }
        let rest = path.dropFirst()
        let first = rest.prefix { $0 != "/" }
        guard !Self.reserved.contains(first), first.first != "." else { return nil }
        if first == PortalDirectory.assets {
            self = .asset(String(rest.dropFirst(first.count + 1)))
        } else if first.contains("."), first.count == rest.count, first != PortalFiles.indexName {
            self = .file(String(first))
        } else {
            self = .page
        }
    }
}
