package import HTTPServing
package import Listing

extension ListingError: ManagementFailure {
    /// 422 for a page out of range, as Harbor; 400 for a query that can't be understood.
    package var httpFailure: HTTPFailure {
        switch self {
        case .pageOutOfRange, .pageSizeOutOfRange: .unprocessable(description)
        default: .badRequest(description)
        }
    }
}
