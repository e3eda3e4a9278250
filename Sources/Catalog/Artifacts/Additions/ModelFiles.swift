import OCI

/// The files of a machine learning model, which its layers name (CNCF ModelPack).
enum ModelFiles {
    private static let annotations = ["org.cncf.model.filepath", "org.cnai.model.filepath"]
    private static let maximumDepth = 16

    /// The path of the file in a layer.
    static func path(of layer: Descriptor) -> String? {
        annotations.lazy.compactMap { layer.annotations[$0] }.first
    }

    /// Harbor's tree of files: `name`, `type`, and `size` or `children`.
    static func tree(of image: ImageManifest) -> [JSONValue] {
        let files = image.layers.compactMap { layer in
            path(of: layer).map { (path: $0.split(separator: "/")[...], size: layer.size) }
        }
        return tree(files.filter { !$0.path.isEmpty && $0.path.count <= maximumDepth })
    }

    private static func tree(_ files: [(path: ArraySlice<Substring>, size: Int64)]) -> [JSONValue] {
        let groups = Dictionary(grouping: files) { $0.path.first ?? "" }
        return groups.sorted { $0.key < $1.key }.map { name, files in
            if let file = files.first(where: { $0.path.count == 1 }) {
                return ["name": .string(String(name)), "type": "file", "size": .integer(file.size)]
            }
            let children = tree(files.map { (path: $0.path.dropFirst(), size: $0.size) })
            return ["name": .string(String(name)), "type": "directory", "children": .array(children)]
        }
    }
}
