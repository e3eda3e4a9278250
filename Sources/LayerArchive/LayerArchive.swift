/// A layer that is a tar archive, compressed with gzip or not.
package struct LayerArchive: Sendable {
    private let bytes: [UInt8]
    private let limits: ArchiveLimits

    /// Takes the layer's bytes; nothing is read yet.
    package init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The files whose names, with the directories before them, are wanted; at most `limits.fileBytes` each.
    ///
    /// Memory and time are bounded by the limits, whatever the archive says of itself. Throws `ArchiveError`.
    package func files(where isWanted: @escaping (String) -> Bool) throws(ArchiveError) -> [String: [UInt8]] {
        var scanner = TarScanner(limits: limits, isWanted: isWanted)
        if bytes.starts(with: [0x1F, 0x8B]) {
            try Inflater(bytes: bytes, limit: limits.unpackedBytes).run { piece throws(ArchiveError) in
                try scanner.take(piece)
            }
        } else {
            guard bytes.count <= limits.unpackedBytes else { throw .tooLarge }
            _ = try scanner.take(bytes[...])
        }
        return scanner.files
    }
}
