import Cryptography
import OCI

/// A small picture for a kind of artifact, known by its digest as Harbor's icons are.
struct BuiltInIcon: Sendable {
    static let contentType = "image/svg+xml"
    let content: [UInt8]
    /// The content's digest.
    let digest: String

    private init(_ drawing: String) {
        content = Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#3b5b7d" \
            stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round">\(drawing)</svg>
            """.utf8)
        var hash = ContentHash(.sha256)
        hash.update(content)
        digest = "sha256:\(Hex.encode(hash.finalized()))"
    }

    /// A crate of layers.
    private static let image = BuiltInIcon(
        #"<path d="M12 3 21 7.5 12 12 3 7.5Z"/><path d="M3 12l9 4.5L21 12"/><path d="M3 16.5 12 21l9-4.5"/>"#)
    /// A ship's wheel.
    private static let chart = BuiltInIcon(
        #"<circle cx="12" cy="12" r="5"/><path d="M12 2v5M12 17v5M2 12h5M17 12h5M5 5l3.5 3.5M15.5 15.5 19 19"/>"#)
    /// A box.
    private static let bundle = BuiltInIcon(#"<path d="M3 8l9-5 9 5v8l-9 5-9-5Z"/><path d="M3 8l9 5 9-5M12 13v8"/>"#)
    /// A module with a notch.
    private static let wasm = BuiltInIcon(
        #"<path d="M4 4h5a3 3 0 0 0 6 0h5v16H4Z"/><path d="M8 11l1.5 6 2.5-5 2.5 5L16 11"/>"#)
    /// Connected nodes.
    private static let model = BuiltInIcon(
        #"<circle cx="5" cy="6" r="2"/><circle cx="5" cy="18" r="2"/><circle cx="19" cy="12" r="2"/>"#
            + #"<path d="M7 7l10 4M7 17l10-4"/>"#
    )
    /// A list.
    private static let sbom = BuiltInIcon(#"<path d="M6 3h9l4 4v14H6Z"/><path d="M9 10h7M9 13h7M9 16h5"/>"#)
    /// A seal.
    private static let signature = BuiltInIcon(
        #"<circle cx="12" cy="9" r="6"/><path d="M9.5 9l2 2 3.5-4M8.5 14 7 21l5-2 5 2-1.5-7"/>"#)
    /// A sheet of paper.
    private static let unknown = BuiltInIcon(#"<path d="M6 3h9l4 4v14H6Z"/><path d="M15 3v4h4"/>"#)

    private static let all = [image, chart, bundle, wasm, model, sbom, signature, unknown]
    private static let byType = [
        "IMAGE": image, "CHART": chart, "CNAB": bundle, "WASM": wasm, "CNAI": model, "SBOM": sbom,
    ]

    /// The icon of a kind of artifact.
    static func of(type: String) -> BuiltInIcon { byType[type] ?? unknown }

    /// The icon of a kind of accessory.
    static func of(accessory type: String) -> BuiltInIcon {
        if type.hasPrefix("signature.") { return signature }
        return type == "sbom.harbor" ? sbom : unknown
    }

    /// The icon with this digest; nil if there is none.
    static func find(digest: String) -> BuiltInIcon? { all.first { $0.digest == digest } }
}
