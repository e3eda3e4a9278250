import HTTPTypes
import NIOCore
import NIOPosix
import NIOSSL
import OutboundHTTP
import RegistryTesting
import Testing

@Suite(.timeLimit(.minutes(60))) struct OutboundTLSTests {
    /// Runs beside a server with a certificate for `webhook.test` that nobody has signed.
    private func encrypted(_ body: (OutboundHTTPClient, ScriptedServer) async throws -> Void) async throws {
        let certificate = try NIOSSLCertificate(bytes: Array(Self.certificate.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(Self.key.utf8), format: .pem)
        let context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
        let client = OutboundHTTPClient(
            addressGuard: AddressGuard(allowed: ["127.0.0.1"].compactMap(AllowedDestination.init)),
            lookup: HostLookup { _ in [IPAddress("127.0.0.1")].compactMap(\.self) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
        try await ScriptedServer.with(.answer(200, body: "hello")) { channel in
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
        } _: { server in
            try await body(client, server)
        }
    }

    @Test func certificatesThatNobodySignedAreRefused() async throws {
        try await encrypted { client, server in
            let request = OutboundRequest(
                .get, try OutboundURL("https://webhook.test:\(server.port)/"), timeout: .seconds(600))
            let error = await #expect(throws: OutboundHTTPError.self) { try await client.send(request) }
            guard case .tls(host: "webhook.test", let reason) = error else {
                Issue.record("taken: \(String(describing: error))")
                return
            }
            #expect(reason.contains("self-signed"))
            #expect(server.requests.isEmpty)
        }
    }

    @Test func certificatesMayGoUnchecked() async throws {
        try await encrypted { client, server in
            for host in ["webhook.test", "127.0.0.1"] {
                let request = OutboundRequest(
                    .get, try OutboundURL("https://\(host):\(server.port)/"), timeout: .seconds(600),
                    verifiesCertificate: false)
                let answer = try await client.send(request)
                #expect(String(decoding: answer.body, as: UTF8.self) == "hello")
            }
        }
    }

    @Test func plainServersAreToldFromEncryptedOnes() async throws {
        try await ScriptedServer.with(.raw("HTTP/1.1 400 Bad Request\r\n\r\n")) { server in
            let client = OutboundHTTPClient(
                addressGuard: AddressGuard(allowed: ["127.0.0.1"].compactMap(AllowedDestination.init)),
                lookup: HostLookup { _ in [] }, eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
            let request = OutboundRequest(
                .get, try OutboundURL("https://127.0.0.1:\(server.port)/"), timeout: .seconds(5))
            await #expect(throws: OutboundHTTPError.self) { try await client.send(request) }
        }
    }

    // Made for these tests: for webhook.test, until 2126.
    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBnjCCAUSgAwIBAgIUdTN9jhFBOqy1OUHKXqWHuZ71rIEwCgYIKoZIzj0EAwIw
        FzEVMBMGA1UEAwwMd2ViaG9vay50ZXN0MCAXDTI2MTEyMTE0MTAzOVoYDzIxMjYx
        MDI4MTQxMDM5WjAXMRUwEwYDVQQDDAx3ZWJob29rLnRlc3QwWTATBgcqhkjOPQIB
        BggqhkjOPQMBBwNCAARj9FalNfad/4zZQIClCOXXZQNbcBSLKl8L3ATxyDqpSCq8
        NU6RmehDqznADVjpNwLi9E87x5Qe/m2pUav0hTM9o2wwajAdBgNVHQ4EFgQU4veB
        qQ0mmLzwrCglyFqZLWUKA4UwHwYDVR0jBBgwFoAU4veBqQ0mmLzwrCglyFqZLWUK
        A4UwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggx3ZWJob29rLnRlc3QwCgYI
        KoZIzj0EAwIDSAAwRQIgeQZapNqlAxqQndWz7V/ylFsXBLRPlX8TngFcRJ7VZwoC
        IQCf4WBinGTCFipfPyOr8odLC2x+8+mB5WL/gMCUv9Su+w==
        -----END CERTIFICATE-----
        """
    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmp5Gg9B/V/ZxVbhC
        8ljsPvghysMBQ8Gzd+54xmQH/PChRANCAARj9FalNfad/4zZQIClCOXXZQNbcBSL
        Kl8L3ATxyDqpSCq8NU6RmehDqznADVjpNwLi9E87x5Qe/m2pUav0hTM9
        -----END PRIVATE KEY-----
        """
}
