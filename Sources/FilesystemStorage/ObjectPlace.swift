import BlobStorage
import OCI

/// The place that a key has in the tree: `blobs/<algorithm>/<folder, 2 digits>/<hex>.<distinguisher, 16 digits>`.
struct ObjectPlace: Hashable {
    /// One of the 256 directories of an algorithm.
    struct Folder: Hashable {
        let algorithm: Digest.Algorithm
        /// Two lower-case hexadecimal digits.
        let name: String

        /// All folders, in the order of their paths.
        static let all: [Folder] = Digest.Algorithm.allCases
            .sorted { $0.rawValue < $1.rawValue }
            .flatMap { algorithm in folderNames.map { Folder(algorithm: algorithm, name: $0) } }
    }

    /// `00` to `ff`.
    static let folderNames: [String] = (UInt64(0)...255).map { String(fixedWidthHex($0).suffix(2)) }

    let folder: Folder
    /// The file's name in its folder.
    let name: String

    /// The place of a key; nil if no key that this driver gives out has this form.
    init?(_ key: ObjectKey) {
        let segments = key.description.split(separator: "/")
        guard segments.count == 4, segments[0] == "blobs",
            let algorithm = Digest.Algorithm(rawValue: String(segments[1]))
        else { return nil }
        folder = Folder(algorithm: algorithm, name: String(segments[2]))
        name = String(segments[3])
        guard folder.holds(name) else { return nil }
    }
}

extension ObjectPlace.Folder {
    /// Whether an object of this folder can have this name.
    func holds(_ name: String) -> Bool {
        let bytes = name.utf8
        let hexLength = algorithm.hexLength
        return bytes.count == hexLength + 17
            && name.hasPrefix(self.name) && self.name.utf8.count == 2
            && bytes.enumerated().allSatisfy { index, byte in
                index == hexLength ? byte == UInt8(ascii: ".") : isLowerHexDigit(byte)
            }
    }

    /// The key of an object of this folder; nil if no object has this name.
    func key(of name: String) -> ObjectKey? {
        guard holds(name) else { return nil }
        return try? ObjectKey("blobs/\(algorithm.rawValue)/\(self.name)/\(name)")
    }
}

/// Whether a byte is one of `0`–`9` and `a`–`f`.
func isLowerHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
}
