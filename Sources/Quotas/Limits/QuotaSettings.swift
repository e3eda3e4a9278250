import Synchronization

/// What the registry is configured to, as far as quotas go.
package struct QuotaSettings: Sendable {
    /// Whether limits are enforced; usage is counted in any case.
    package let isEnabled: Bool
    /// The limit of a project for which none was asked.
    package let storagePerProject: StorageLimit

    package init(isEnabled: Bool, storagePerProject: StorageLimit) {
        self.isEnabled = isEnabled
        self.storagePerProject = storagePerProject
    }
}

/// Whether limits are enforced, where a transaction can see it: as it was read last, at most ten seconds ago.
final class QuotaEnforcement: Sendable {
    private let flag = Atomic<Bool>(true)

    var isOn: Bool {
        get { flag.load(ordering: .acquiring) }
        set { flag.store(newValue, ordering: .releasing) }
    }
}
