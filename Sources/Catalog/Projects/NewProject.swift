package import OCI

/// A project that is about to be made.
package struct NewProject: Sendable {
    package let name: ProjectName
    package let ownerID: Int64
    package var settings: ProjectSettings
    /// The most bytes that it may hold, -1 for no limit; nil: as many as the registry's configuration says.
    package let storageLimit: Int64?

    package init(name: ProjectName, ownerID: Int64, settings: ProjectSettings = .init(), storageLimit: Int64? = nil) {
        self.name = name
        self.ownerID = ownerID
        self.settings = settings
        self.storageLimit = storageLimit
    }
}

/// Changes to a project's settings; what is nil stays as it is.
package struct ProjectSettings: Sendable {
    package var metadata: ProjectMetadata
    package var allowlist: CVEAllowlistContent?

    package init(metadata: ProjectMetadata = .init(), allowlist: CVEAllowlistContent? = nil) {
        self.metadata = metadata
        self.allowlist = allowlist
    }
}
