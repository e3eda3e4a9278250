import OutboundHTTP

/// Where a target is: an `http` or `https` URL (RFC 3986) without user information and fragment, in ASCII.
package struct WebhookAddress: Hashable, Sendable, CustomStringConvertible {
    /// The longest address, in bytes.
    package static let maximumLength = OutboundURL.maximumLength

    /// The address as it was written.
    package let description: String
    /// The address as requests use it.
    let url: OutboundURL

    /// Reads an address; throws `WebhookError.invalid`, with the place `address`.
    package init(_ text: String) throws(WebhookError) {
        do {
            url = try OutboundURL(text)
        } catch { throw .invalid(place: "address", reason: "\(error)") }
        description = text
    }

    /// The name or the address of the host, in lower case and without brackets.
    package var host: String { url.host }

    package static func == (left: WebhookAddress, right: WebhookAddress) -> Bool {
        left.description == right.description
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
