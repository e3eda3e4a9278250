import NIOSSL

/// The certificates that the system trusts, read once for all connections: reading them takes longer than a handshake.
enum TrustedCertificates {
    /// Where distributions keep them, all in one file.
    private static let files = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem",
    ]

    private static let roots: NIOSSLTrustRoots = {
        for file in files {
            if let certificates = try? NIOSSLCertificate.fromPEMFile(file), !certificates.isEmpty {
                return .certificates(certificates)
            }
        }
        return .default
    }()

    /// The settings of an encrypted connection, TLS 1.2 or newer.
    static func configuration(verifies: Bool) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if verifies { configuration.trustRoots = roots } else { configuration.certificateVerification = .none }
        return configuration
    }
}
