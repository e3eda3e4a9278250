extension Digest {
    /// The hash functions that a digest may name (OCI image spec, descriptor.md, "Registered algorithms").
    package enum Algorithm: String, Sendable, CaseIterable {
        /// SHA-256 (FIPS 180-4): 32 bytes.
        case sha256
        /// SHA-512 (FIPS 180-4): 64 bytes.
        case sha512

        /// The number of hexadecimal letters in a hash.
        package var hexLength: Int { byteLength * 2 }

        /// The number of bytes in a hash.
        package var byteLength: Int {
            switch self {
            case .sha256: 32
            case .sha512: 64
            }
        }
    }
}
