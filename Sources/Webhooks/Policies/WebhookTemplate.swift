/// The body of a request as a target's owner writes it: a Mustache template, and what its result is.
package struct WebhookTemplate: Sendable {
    /// The longest template, in bytes.
    package static let maximumLength = 16_384
    /// What the result is unless the owner says otherwise.
    package static let usualContentType = "application/json"

    /// The template as it was written.
    package let text: String
    /// The value of `Content-Type`.
    package let contentType: String
    /// The template, read.
    let compiled: MustacheTemplate

    /// Reads a template; throws `WebhookError.invalid` with the place `body_template` or `content_type`.
    package init(_ text: String, contentType: String = Self.usualContentType) throws(WebhookError) {
        guard !text.isEmpty, text.utf8.count <= Self.maximumLength else {
            throw .invalid(place: "body_template", reason: "must have 1 to \(Self.maximumLength) bytes")
        }
        guard Self.isContentType(contentType) else {
            throw .invalid(place: "content_type", reason: "must be a media type such as application/json")
        }
        do {
            compiled = try MustacheTemplate(text)
        } catch { throw .invalid(place: "body_template", reason: "can't be read: \(error)") }
        self.text = text
        self.contentType = contentType
    }

    private static func isContentType(_ text: String) -> Bool {
        let kind = text.prefix { $0 != ";" && $0 != " " }.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = text.utf8.count <= 255 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
        return isPlain && kind.count == 2
            && kind.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
            }
    }
}

extension WebhookTemplate: Hashable {
    /// Templates are the same if they are written the same.
    package static func == (left: WebhookTemplate, right: WebhookTemplate) -> Bool {
        left.text == right.text && left.contentType == right.contentType
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(contentType)
    }
}
