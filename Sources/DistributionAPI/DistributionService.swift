package import Access
package import Admission
package import Auditing
package import Catalog
package import Content
package import HTTPServing
package import SystemConfiguration

/// The services that the distribution endpoints call.
package struct DistributionService: Sendable {
    package let signIn: SignInService
    package let tokens: TokenAuthority
    package let authorization: AuthorizationService
    package let projects: ProjectService
    package let repositories: RepositoryDirectory
    package let blobs: BlobService
    package let uploads: UploadService
    package let hashing: HashingThreads
    package let manifests: ManifestService
    package let details: ArtifactDetailsService
    package let deletion: DeletionService
    package let pulls: PullRecorder
    package let configuration: ConfigurationService
    package let audit: AuditRecorder
    package let admission: AdmissionChecks
    package let sender: BlobSender
    /// Whether blobs are fetched from the storage by the client itself, where the driver offers that.
    package let redirectsBlobs: Bool

    package init(
        signIn: SignInService, tokens: TokenAuthority,
        authorization: AuthorizationService, projects: ProjectService, repositories: RepositoryDirectory,
        blobs: BlobService, uploads: UploadService, hashing: HashingThreads, manifests: ManifestService,
        details: ArtifactDetailsService, deletion: DeletionService, pulls: PullRecorder,
        configuration: ConfigurationService, audit: AuditRecorder, admission: AdmissionChecks,
        sender: BlobSender, redirectsBlobs: Bool
    ) {
        self.signIn = signIn
        self.tokens = tokens
        self.authorization = authorization
        self.projects = projects
        self.repositories = repositories
        self.blobs = blobs
        self.uploads = uploads
        self.hashing = hashing
        self.manifests = manifests
        self.details = details
        self.deletion = deletion
        self.pulls = pulls
        self.configuration = configuration
        self.audit = audit
        self.admission = admission
        self.sender = sender
        self.redirectsBlobs = redirectsBlobs
    }
}
