import HTTPServing
import HTTPTypes
import Hummingbird

/// A request under `/v2` with what its endpoint needs.
struct DistributionRequest {
    let request: Request
    let context: RegistryRequestContext
    /// The query string, still encoded.
    let query: Substring

    var method: HTTPRequest.Method { request.method }

    var parameters: QueryString { QueryString(query) }

    /// The declared length of the body in bytes; nil if it isn't declared. Throws if it is no number.
    func contentLength() throws -> Int64? {
        guard let text = request.headers[.contentLength] else { return nil }
        guard let length = Int64(text), length >= 0 else {
            throw HTTPFailure(.badRequest, code: "SIZE_INVALID", message: "invalid Content-Length")
        }
        return length
    }

    /// How many entries of a list are asked for (`n`), at most `maximum`; throws for what is no number.
    func pageSize(default standard: Int, maximum: Int) throws -> Int {
        guard let text = parameters["n"] else { return standard }
        guard let size = Int(text), size >= 0 else {
            throw HTTPFailure(
                .badRequest, code: "PAGINATION_NUMBER_INVALID", message: "the N must be a positive int type")
        }
        return min(size, maximum)
    }
}

extension HTTPField.Name {
    static let dockerDistributionAPIVersion = HTTPField.Name.constant("Docker-Distribution-Api-Version")
    static let dockerContentDigest = HTTPField.Name.constant("Docker-Content-Digest")
    static let dockerUploadUUID = HTTPField.Name.constant("Docker-Upload-UUID")
    static let ociSubject = HTTPField.Name.constant("OCI-Subject")
    static let ociTag = HTTPField.Name.constant("OCI-Tag")
    static let ociFiltersApplied = HTTPField.Name.constant("OCI-Filters-Applied")
    static let linkHeader = HTTPField.Name.constant("Link")
}
