package import OCI

/// Why a change is not admitted.
package enum AdmissionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The project's storage doesn't suffice; all in bytes.
    case quotaExceeded(adding: Int64, used: Int64, limit: Int64)
    /// A rule of the project keeps the tag from being moved or removed.
    case immutable(repository: RepositoryName, tag: String)

    /// What clients are told, in Harbor's words.
    package var description: String {
        switch self {
        case .quotaExceeded(let adding, let used, let limit):
            "adding \(Self.amount(adding)) of storage resource, which when updated to current usage of "
                + "\(Self.amount(used)) will exceed the configured upper limit of \(Self.amount(limit))."
        case .immutable(let repository, let tag):
            "Failed to process request due to '\(repository.path):\(tag)' configured as immutable."
        }
    }

    /// A number of bytes with one decimal in the largest unit of which there is one, such as `1.5 MiB`.
    package static func amount(_ bytes: Int64) -> String {
        let units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        guard bytes >= 1024 else { return "\(bytes) B" }
        var (value, unit) = (bytes, 0)
        while value >= 1024 * 1024 {
            value /= 1024
            unit += 1
        }
        // Rounded to the nearest tenth: 1023.96 KiB is 1.0 MiB and not 1024.0 KiB.
        var tenths = (value * 10 + 512) / 1024
        if tenths >= 10240, unit + 1 < units.count {
            tenths = 10
            unit += 1
        }
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
