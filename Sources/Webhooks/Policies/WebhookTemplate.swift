import Mustache

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
    ///
    /// A section may not stand within one of the same name: lists of lists of a list would make a small template's
    /// result larger than memory. Other delimiters than `{{` and `}}` and parts that stand elsewhere aren't taken.
    package init(_ text: String, contentType: String = Self.usualContentType) throws(WebhookError) {
        func refuse(_ reason: String) -> WebhookError { .invalid(place: "body_template", reason: reason) }
        guard !text.isEmpty, text.utf8.count <= Self.maximumLength else {
            throw refuse("must have 1 to \(Self.maximumLength) bytes")
        }
        guard Self.isContentType(contentType) else {
            throw .invalid(place: "content_type", reason: "must be a media type such as application/json")
        }
        do {
            compiled = try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            let place = error.context
            throw refuse("line \(place.lineNumber), column \(place.columnNumber): \(error.error)")
        } catch { throw refuse("\(error)") }
        if let reason = Self.trouble(in: text) { throw refuse(reason) }
        self.text = text
        self.contentType = contentType
    }

    /// Why a template that can be read isn't taken.
    private static func trouble(in text: String) -> String? {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstPosition(of: "{{") {
            rest = rest[start.upperBound...]
            guard let end = rest.firstPosition(of: "}}") else { return nil }
            let tag = rest[..<end.lowerBound].trimmed
            rest = rest[end.upperBound...]
            switch tag.first {
            case "=": return "must keep the delimiters {{ and }}"
            case ">", "<", "$": return "must not use parts that stand elsewhere: {{\(tag)}}"
            case "#", "^":
                let name = lastName(in: tag.dropFirst())
                guard !open.contains(name) else { return "has the section \(name) within itself" }
                open.append(name)
            case "/": _ = open.popLast()
            default: break
            }
        }
        return nil
    }

    /// `tags` of `event.tags` and of `reversed(event.tags)`.
    private static func lastName(in expression: Substring) -> Substring {
        let name = expression.split(separator: "(").last ?? ""
        return (name.prefix { $0 != ")" }.split(separator: ".").last ?? "").trimmed
    }

    private static func isContentType(_ text: String) -> Bool {
        let kind = text.prefix { $0 != ";" }.trimmed.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = text.utf8.count <= 255 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
        return isPlain && kind.count == 2
            && kind.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        byte > 0x20 && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
                    }
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

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0.isWhitespace }
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }

    fileprivate func firstPosition(of pair: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(pair) { return index..<self.index(index, offsetBy: pair.count) }
            formIndex(after: &index)
        }
        return nil
    }
}
