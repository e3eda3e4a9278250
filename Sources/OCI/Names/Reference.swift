/// What names a manifest inside its repository: a tag or a digest (OCI distribution spec, "Pulling manifests").
package enum Reference: Hashable, Sendable, CustomStringConvertible {
    /// A name that can be moved to another manifest.
    case tag(Tag)
    /// The name that the manifest's content gives.
    case digest(Digest)

    /// Reads a reference: a text with a colon is a digest, one without is a tag.
    ///
    /// - Throws: ``ReferenceError``.
    package init(_ text: some StringProtocol) throws(ReferenceError) {
        let text = String(text)
        guard text.utf8.contains(UInt8(ascii: ":")) else {
            self = .tag(try Tag(text))
            return
        }
        do throws(DigestError) {
            self = .digest(try Digest(text))
        } catch {
            throw .digest(error)
        }
    }

    /// The reference as it was written.
    package var description: String {
        switch self {
        case .tag(let tag): tag.description
        case .digest(let digest): digest.description
        }
    }
}
