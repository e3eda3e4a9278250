import HTTPServing
import HTTPTypes

/// The header fields that tell browsers what the portal may do.
enum PortalHeaders {
    /// What goes with every file of the portal.
    static let file: HTTPFields = [.crossOriginResourcePolicy: "same-origin"]

    /// What goes with everything that a browser may show as a document.
    static let document: HTTPFields = [
        .contentSecurityPolicy: contentSecurityPolicy,
        .crossOriginOpenerPolicy: "same-origin",
        .crossOriginResourcePolicy: "same-origin",
        .permissionsPolicy: permissionsPolicy,
        .referrerPolicy: "same-origin",
        .frameOptions: "DENY",
    ]

    /// Everything comes from this server, no markup becomes a script, and nobody frames the page.
    private static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")

    /// Of all that browsers offer the portal only writes to the clipboard.
    private static let permissionsPolicy =
        [
            "accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "encrypted-media", "fullscreen",
            "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
            "screen-wake-lock", "usb", "xr-spatial-tracking",
        ].map { "\($0)=()" }.joined(separator: ", ") + ", clipboard-write=(self)"
}

extension HTTPField.Name {
    fileprivate static let contentSecurityPolicy = HTTPField.Name.constant("Content-Security-Policy")
    fileprivate static let crossOriginOpenerPolicy = HTTPField.Name.constant("Cross-Origin-Opener-Policy")
    fileprivate static let crossOriginResourcePolicy = HTTPField.Name.constant("Cross-Origin-Resource-Policy")
    fileprivate static let permissionsPolicy = HTTPField.Name.constant("Permissions-Policy")
    fileprivate static let referrerPolicy = HTTPField.Name.constant("Referrer-Policy")
    fileprivate static let frameOptions = HTTPField.Name.constant("X-Frame-Options")
}
