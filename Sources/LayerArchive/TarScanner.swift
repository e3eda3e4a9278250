/// Looks through a tar archive (POSIX ustar and pax, GNU long names) that comes piece by piece, and keeps some files.
struct TarScanner {
    private static let block = 512
    private static let maximumName = 4096

    /// What the bytes that come next belong to.
    private enum Part {
        case header
        /// A file that is kept under this name, or the long name of the next entry.
        case kept(name: String)
        case longName
        case extendedHeader
        case skipped
    }

    private let limits: ArchiveLimits
    private let isWanted: (String) -> Bool
    private var part = Part.header
    private var collected: [UInt8] = []
    /// Bytes of the current part that are still to come, and of the padding behind it.
    private var remaining = block
    private var padding = 0
    private var entries = 0
    private var nextName: String?
    /// The files found, by their names.
    private(set) var files: [String: [UInt8]] = [:]
    /// Whether the end of the archive was found.
    private(set) var isFinished = false

    init(limits: ArchiveLimits, isWanted: @escaping (String) -> Bool) {
        self.limits = limits
        self.isWanted = isWanted
    }

    /// Takes the next bytes; false once the archive has ended.
    mutating func take(_ bytes: ArraySlice<UInt8>) throws(ArchiveError) -> Bool {
        var bytes = bytes
        while !bytes.isEmpty, !isFinished {
            if remaining == 0, padding > 0 {
                let count = min(padding, bytes.count)
                bytes = bytes.dropFirst(count)
                padding -= count
            } else {
                let count = min(remaining, bytes.count)
                if case .skipped = part {} else { collected.append(contentsOf: bytes.prefix(count)) }
                bytes = bytes.dropFirst(count)
                remaining -= count
            }
            if remaining == 0, padding == 0 { try finishPart() }
        }
        return !isFinished
    }

    private mutating func finishPart() throws(ArchiveError) {
        let content = collected
        collected.removeAll(keepingCapacity: true)
        let finished = part
        part = .header
        remaining = Self.block
        switch finished {
        case .header: try readHeader(content)
        case .kept(let name): files[name] = content
        case .longName: nextName = Self.text(content[...])
        case .extendedHeader: nextName = Self.pathRecord(content) ?? nextName
        case .skipped: break
        }
    }

    private mutating func readHeader(_ header: [UInt8]) throws(ArchiveError) {
        if header.allSatisfy({ $0 == 0 }) {
            isFinished = true
            return
        }
        entries += 1
        guard entries <= limits.entries else { throw .tooLarge }
        guard Self.hasRightChecksum(header), let size = Self.number(header[124..<136]), size < 1 << 40 else {
            throw .malformedArchive
        }
        var name = Self.text(header[0..<100])
        let prefix = Self.text(header[345..<500])
        if header[257..<262].elementsEqual("ustar".utf8), !prefix.isEmpty { name = "\(prefix)/\(name)" }
        let kind = header[156]
        switch kind {
        case UInt8(ascii: "L"), UInt8(ascii: "x"):
            guard size <= 64 << 10 else { throw .tooLarge }
            part = kind == UInt8(ascii: "L") ? .longName : .extendedHeader
        case UInt8(ascii: "0"), 0:
            let name = nextName ?? name
            nextName = nil
            // The first of two files with one name is kept.
            let isKept = name.utf8.count <= Self.maximumName && isWanted(name) && files[name] == nil
            guard !isKept || size <= limits.fileBytes else { throw .tooLarge }
            part = isKept ? .kept(name: name) : .skipped
        default:
            nextName = nil
            part = .skipped
        }
        remaining = size
        padding = (Self.block - size % Self.block) % Self.block
        if remaining == 0, padding == 0 { try finishPart() }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Reads an octal number; nil for anything else, such as a number over 8 GiB.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
        guard !digits.isEmpty else { return 0 }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8).flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func hasRightChecksum(_ header: [UInt8]) -> Bool {
        let sum = header.reduce(0) { $0 + Int($1) } - header[148..<156].reduce(0) { $0 + Int($1) } + 8 * 0x20
        return number(header[148..<156]) == sum
    }

    /// Finds `path` among the records of a pax header, `LENGTH path=VALUE` and a line feed each.
    private static func pathRecord(_ content: [UInt8]) -> String? {
        var rest = content[...]
        while let blank = rest.firstIndex(of: 0x20),
            let length = Int(String(decoding: rest[rest.startIndex..<blank], as: UTF8.self)),
            length > blank - rest.startIndex + 1, length <= rest.count
        {
            let record = rest[(blank + 1)..<(rest.startIndex + length - 1)]
            if record.starts(with: "path=".utf8) { return String(decoding: record.dropFirst(5), as: UTF8.self) }
            rest = rest.dropFirst(length)
        }
        return nil
    }
}
