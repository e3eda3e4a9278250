import Glibc
package import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization

/// The server's certificate and key, read again whenever their files change.
///
/// Connections made after a change use the new certificate; running ones keep theirs. Files that can't be read or
/// don't fit each other leave the old certificate in use and are reported in the log.
package final class CertificateSource: Service {
    /// Why a certificate and a key can't be used.
    package struct Unusable: Error, CustomStringConvertible {
        package let description: String
    }

    private struct Loaded {
        var context: NIOSSLContext
        var files: PEMFiles
    }

    private let certificateFile: String
    private let keyFile: String
    private let logger: Logger
    private let loaded: Mutex<Loaded>

    /// Reads a PEM certificate chain and a PEM private key; throws if they can't be read or don't fit each other.
    package init(certificateFile: String, keyFile: String, logger: Logger) throws {
        self.certificateFile = certificateFile
        self.keyFile = keyFile
        self.logger = logger
        let files = PEMFiles(certificateFile: certificateFile, keyFile: keyFile)
        do {
            loaded = Mutex(Loaded(context: try files.makeContext(), files: files))
        } catch {
            throw Unusable(
                description: "can't use the certificate \(certificateFile) with the key \(keyFile): \(error)")
        }
    }

    /// The TLS settings for the next connection.
    var current: NIOSSLContext { loaded.withLock { $0.context } }

    /// Looks at the files every two seconds until the server stops.
    package func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(2))
                self.reloadIfChanged()
            }
        }
    }

    /// Reads the files again if they differ from what was last read.
    package func reloadIfChanged() {
        let files = PEMFiles(certificateFile: certificateFile, keyFile: keyFile)
        guard files != loaded.withLock({ $0.files }) else { return }
        do {
            let context = try files.makeContext()
            loaded.withLock { $0 = Loaded(context: context, files: files) }
            logger.notice("certificate reloaded", metadata: ["file": "\(certificateFile)"])
        } catch {
            // Remembered, so that a broken pair is reported once and not every two seconds.
            loaded.withLock { $0.files = files }
            logger.error(
                "certificate not reloaded, the previous one stays in use",
                metadata: ["file": "\(certificateFile)", "error": "\(error)"])
        }
    }
}

/// What a certificate file and a key file hold at a moment; empty if a file can't be read.
private struct PEMFiles: Equatable {
    private static let longest = 1 << 20
    let chain: [UInt8]
    let key: [UInt8]

    init(certificateFile: String, keyFile: String) {
        chain = Self.read(certificateFile)
        key = Self.read(keyFile)
    }

    func makeContext() throws -> NIOSSLContext {
        let certificates = try NIOSSLCertificate.fromPEMBytes(chain)
        let privateKey = try NIOSSLPrivateKey(bytes: key, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        // A client that doesn't answer the end of TLS must not delay a stop.
        configuration.shutdownTimeout = .seconds(1)
        configuration.applicationProtocols = ["h2", "http/1.1"]
        return try NIOSSLContext(configuration: configuration)
    }

    private static func read(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while bytes.count < longest {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
