/// The machine that an image is made for (OCI image spec, image-index.md, "platform").
package struct Platform: Hashable, Sendable {
    /// The processor, in Go's words: `amd64`; empty if the index doesn't say.
    package let architecture: String
    /// The operating system, in Go's words: `linux`; empty if the index doesn't say.
    package let os: String
    /// The operating system's version.
    package let osVersion: String?
    /// What the operating system must be able to do.
    package let osFeatures: [String]
    /// The processor's variant: `v8`.
    package let variant: String?

    /// Makes a platform.
    package init(
        architecture: String, os: String, osVersion: String? = nil, osFeatures: [String] = [], variant: String? = nil
    ) {
        self.architecture = architecture
        self.os = os
        self.osVersion = osVersion
        self.osFeatures = osFeatures
        self.variant = variant
    }
}
