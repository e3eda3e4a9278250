import HTTPServing
import OCI
package import Quotas

/// Harbor's `QuotaUpdateReq`: the limit of storage, the only resource that has one.
package struct QuotaUpdateBody {
    private let body: JSONBody

    /// Takes the body of a request.
    package init(_ body: JSONBody) { self.body = body }

    /// The limit; throws 400 for what makes none.
    package func limit() throws -> StorageLimit {
        guard let hard = try body.object("hard") else {
            throw HTTPFailure.badRequest("hard in body is required: an object such as {\"storage\": -1}")
        }
        for member in hard.object.members where member.name != "storage" {
            throw HTTPFailure.badRequest("hard in body has an unknown resource: only storage has a limit")
        }
        guard let number = try hard.integer("storage") else {
            throw HTTPFailure.badRequest("hard.storage in body is required: a number of bytes, or -1 for no limit")
        }
        return try StorageLimit(number)
    }
}
