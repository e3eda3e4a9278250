import Catalog
import HTTPServing

/// What a request wants to see of artifacts: Harbor's `with_…` parameters.
struct ArtifactDisplay: Sendable {
    private static let maximumTags: Int64 = 100
    let options: ArtifactViewOptions
    let withImmutableStatus: Bool

    /// Reads the parameters; throws 422 for values that are neither true nor false.
    init(_ request: ManagementRequest) throws {
        var options = ArtifactViewOptions()
        options.withTags = try request.flag("with_tag", default: true)
        if let limit = try request.queryInteger("tag_limit") {
            guard (0...Self.maximumTags).contains(limit) else {
                throw HTTPFailure.unprocessable("tag_limit in query must be a number from 0 to \(Self.maximumTags)")
            }
            options.tagLimit = Int(limit)
        }
        options.withLabels = try request.flag("with_label", default: false)
        options.withAccessories = try request.flag("with_accessory", default: true)
        options.withInheritedAccessories = try request.flag("with_inherited_accessory", default: false)
        self.options = options
        withImmutableStatus = try request.flag("with_immutable_status", default: false)
        // Nothing is scanned yet, and signatures are accessories: accepted, without effect.
        for name in ["with_scan_overview", "with_sbom_overview", "with_signature"] {
            _ = try request.flag(name, default: false)
        }
    }
}
