/// What the portal's files are, by the ends of their names.
enum PortalFileType {
    private static let mediaTypes = [
        "css": "text/css; charset=utf-8",
        "html": "text/html; charset=utf-8",
        "ico": "image/x-icon",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json; charset=utf-8",
        "map": "application/json; charset=utf-8",
        "png": "image/png",
        "svg": "image/svg+xml",
        "txt": "text/plain; charset=utf-8",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "yaml": "application/yaml",
    ]

    /// The media type of a file; nil for a kind that the portal doesn't have.
    static func mediaType(of name: String) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return mediaTypes[String(name[name.index(after: dot)...])]
    }
}

/// The names that the portal's files may have.
enum PortalFileName {
    private static let longest = 128

    /// Whether a name is made of letters, digits and `._-`, and doesn't begin with a dot.
    static func isValid(_ name: some StringProtocol) -> Bool {
        guard (1...longest).contains(name.utf8.count), name.utf8.first != UInt8(ascii: ".") else { return false }
        return name.utf8.allSatisfy(isLetter)
    }

    /// Whether a byte may stand in a name.
    static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
