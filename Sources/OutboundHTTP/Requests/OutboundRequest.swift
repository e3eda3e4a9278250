package import HTTPTypes

/// A request to another system.
package struct OutboundRequest: Sendable {
    /// The method.
    package var method: HTTPRequest.Method
    /// Where it goes.
    package var url: OutboundURL
    /// Header fields; `Host` and the length come by themselves.
    package var headers: HTTPFields
    /// The body; empty for none.
    package var body: [UInt8]
    /// For everything together: looking up the host, connecting, sending, and reading the answer.
    package var timeout: Duration
    /// Whether the other side must have a certificate for its name that the system trusts.
    package var verifiesCertificate: Bool
    /// Most bytes of the answer's body that are read; the rest is dropped with the connection.
    package var maximumAnswerBytes: Int

    package init(
        _ method: HTTPRequest.Method, _ url: OutboundURL, headers: HTTPFields = [:], body: [UInt8] = [],
        timeout: Duration = .seconds(30), verifiesCertificate: Bool = true, maximumAnswerBytes: Int = 64 << 10
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.verifiesCertificate = verifiesCertificate
        self.maximumAnswerBytes = maximumAnswerBytes
    }
}

/// What another system answered.
package struct OutboundAnswer: Sendable {
    /// The status code, such as 200; redirects are answers like any other and not followed.
    package let status: Int
    /// The header fields.
    package let headers: HTTPFields
    /// The body, or its beginning.
    package let body: [UInt8]
    /// Whether there was more of the body than is here.
    package let isCut: Bool
    /// Where the answer came from.
    package let address: IPAddress
}
