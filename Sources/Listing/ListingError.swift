/// What is wrong with a request for a list.
package enum ListingError: Error, Hashable, Sendable, CustomStringConvertible {
    case pageOutOfRange
    case pageSizeOutOfRange
    case malformedQuery(String)
    case unknownKey(String)
    case wrongType(key: String, expected: String)
    case unsupportedCondition(key: String)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .pageOutOfRange: "page must be a number from 1 to \(Page.maximumNumber)"
        case .pageSizeOutOfRange: "page_size must be a number from 1 to \(Page.maximumSize)"
        case .malformedQuery(let reason): reason
        case .unknownKey(let key): "the list can't be filtered by \(key): correct the key or leave it out of q"
        case .wrongType(let key, let expected): "the value of \(key) in q must be \(expected)"
        case .unsupportedCondition(let key): "\(key) in q can't be used with this operator"
        }
    }
}
