/// All files of a portal, in memory: a request never reaches the file system with a name of its own.
package struct PortalFiles: Sendable {
    /// The page that every address of the portal is answered with.
    package let index: PortalFile
    /// The files below `/assets/`, whose names change with their content.
    package let assets: [String: PortalFile]
    /// The other files beside the page, such as `favicon.svg`.
    package let others: [String: PortalFile]

    static let indexName = "index.html"

    /// Puts a portal together from what was read of its directory and of `assets` in it, by names.
    ///
    /// Compressed forms are found by their names; files of kinds that a portal doesn't have are left out. Throws
    /// `PortalDirectoryError` if the page or a file that it names is missing.
    init(root: [String: [UInt8]], assets: [String: [UInt8]]) throws(PortalDirectoryError) {
        var others = Self.files(root)
        guard let index = others.removeValue(forKey: Self.indexName), let page = root[Self.indexName] else {
            throw .incomplete(Self.indexName)
        }
        self.index = index
        self.others = others
        self.assets = Self.files(assets)
        for name in Self.assetNames(in: page) where self.assets[name] == nil { throw .incomplete("assets/\(name)") }
    }

    private static func files(_ contents: [String: [UInt8]]) -> [String: PortalFile] {
        var files: [String: PortalFile] = [:]
        for (name, bytes) in contents {
            guard let mediaType = PortalFileType.mediaType(of: name) else { continue }
            var compressed: [ContentCoding: [UInt8]] = [:]
            for coding in [ContentCoding.brotli, .gzip] { compressed[coding] = contents[name + coding.suffix] }
            files[name] = PortalFile(mediaType: mediaType, bytes: bytes, compressed: compressed)
        }
        return files
    }

    /// The names of the assets that a page asks for.
    private static func assetNames(in page: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var rest = page[...]
        let prefix = Array("/assets/".utf8)
        while let place = rest.firstRange(of: prefix) {
            let name = rest[place.upperBound...].prefix(while: PortalFileName.isLetter)
            names.insert(String(decoding: name, as: UTF8.self))
            rest = rest[name.endIndex...]
        }
        return names
    }
}
