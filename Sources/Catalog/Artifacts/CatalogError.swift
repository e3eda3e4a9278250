package import OCI

/// Why a manifest was not taken or not deleted.
package enum CatalogError: Error, Sendable, Equatable {
    /// The repository doesn't have blobs or manifests that the manifest is made of.
    case contentUnknown([Digest])
    /// There is no such manifest or tag.
    case unknown
    /// An index of the repository lists the manifest: the index must be deleted first.
    case partOfIndex
    /// The repository was deleted meanwhile.
    case repositoryGone
}
