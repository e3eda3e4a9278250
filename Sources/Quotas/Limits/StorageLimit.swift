/// How many bytes a project may hold.
package struct StorageLimit: Sendable, Hashable {
    /// The largest limit, 1,024 TiB, as in Harbor.
    package static let maximum: Int64 = 1 << 50
    /// No limit.
    package static let unlimited = StorageLimit(unchecked: -1)

    /// The number that Harbor's clients know it by: −1 for none, otherwise bytes.
    package let number: Int64

    /// Takes −1 or 1 to `maximum`; throws `QuotaError.invalidLimit`.
    package init(_ number: Int64) throws(QuotaError) {
        guard number == -1 || (1...Self.maximum).contains(number) else { throw .invalidLimit }
        self.number = number
    }

    private init(unchecked number: Int64) { self.number = number }

    /// The bytes; nil: no limit.
    package var bytes: Int64? { number < 0 ? nil : number }
}

/// Why a quota was not found or not changed.
package enum QuotaError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknown(Int64)
    case invalidLimit

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .unknown(let id): "quota \(id) not found"
        case .invalidLimit:
            "the hard limit of storage must be -1 for none or a number of bytes from 1 to \(StorageLimit.maximum) (1024 TiB)"
        }
    }
}
