import HTTPServing
import HTTPTypes
import OCI

/// The error codes of the OCI Distribution Specification ("Error Codes").
extension HTTPFailure {
    static func blobUnknown(_ digest: String) -> HTTPFailure {
        HTTPFailure(.notFound, code: "BLOB_UNKNOWN", message: "blob unknown to registry", detail: digest)
    }

    static func manifestUnknown(_ reference: String) -> HTTPFailure {
        HTTPFailure(.notFound, code: "MANIFEST_UNKNOWN", message: "manifest unknown", detail: reference)
    }

    static func nameUnknown(_ name: String) -> HTTPFailure {
        HTTPFailure(.notFound, code: "NAME_UNKNOWN", message: "repository name not known to registry", detail: name)
    }

    static func projectUnknown(_ name: String) -> HTTPFailure {
        HTTPFailure(
            .notFound, code: "NAME_UNKNOWN", message: "project \(name) not found: create the project first",
            detail: name)
    }

    static func nameInvalid(_ name: String) -> HTTPFailure {
        HTTPFailure(
            .badRequest, code: "NAME_INVALID",
            message: "invalid repository name: it is PROJECT/REPOSITORY, lower-case letters, digits and . _ - /",
            detail: String(name.prefix(256)))
    }

    static func digestInvalid(_ detail: String) -> HTTPFailure {
        HTTPFailure(
            .badRequest, code: "DIGEST_INVALID", message: "provided digest did not match uploaded content",
            detail: String(detail.prefix(256)))
    }

    static func digestMalformed(_ text: String) -> HTTPFailure {
        HTTPFailure(
            .badRequest, code: "DIGEST_INVALID",
            message: "invalid digest: it is sha256: or sha512: and lower-case hexadecimal digits",
            detail: String(text.prefix(256)))
    }

    static func tagInvalid(_ text: String) -> HTTPFailure {
        HTTPFailure(
            .badRequest, code: "TAG_INVALID",
            message: "invalid tag: it has 1 to 128 letters, digits and _ . - and begins with a letter, digit or _",
            detail: String(text.prefix(256)))
    }

    static func manifestInvalid(_ reason: String) -> HTTPFailure {
        HTTPFailure(.badRequest, code: "MANIFEST_INVALID", message: reason)
    }

    static func uploadUnknown(_ session: String) -> HTTPFailure {
        HTTPFailure(
            .notFound, code: "BLOB_UPLOAD_UNKNOWN",
            message: "blob upload unknown to registry: it was finished, cancelled or has expired",
            detail: String(session.prefix(64)))
    }

    static func uploadInvalid(_ reason: String) -> HTTPFailure {
        HTTPFailure(.badRequest, code: "BLOB_UPLOAD_INVALID", message: reason)
    }

    static func methodNotAllowed(allow: String) -> HTTPFailure {
        HTTPFailure(
            .methodNotAllowed, code: "UNSUPPORTED", message: "the operation is unsupported", headers: [.allow: allow])
    }

    static let notFound = HTTPFailure(.notFound, code: "NOT_FOUND", message: "there is no such endpoint")
}
