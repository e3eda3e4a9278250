/// Why an archive could not be read.
package enum ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are no gzip stream, or it is damaged.
    case malformedCompression
    /// The bytes are no tar archive, or it is damaged.
    case malformedArchive
    /// It unpacks to more than was allowed, or has too many entries.
    case tooLarge

    /// What is wrong, for people.
    package var description: String {
        switch self {
        case .malformedCompression: "the archive's compression is damaged"
        case .malformedArchive: "the archive is damaged"
        case .tooLarge: "the archive is too large to look into"
        }
    }
}

/// How much of an archive is read.
package struct ArchiveLimits: Sendable {
    /// Bytes of the unpacked archive.
    package var unpackedBytes = 64 << 20
    /// Bytes of one file that is kept.
    package var fileBytes = 1 << 20
    /// Files, directories and all else that the archive lists.
    package var entries = 20_000

    package init() {}
}
