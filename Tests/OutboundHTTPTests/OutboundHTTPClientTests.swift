import HTTPTypes
import NIOCore
import NIOPosix
import OutboundHTTP
import RegistryTesting
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(60))) struct OutboundHTTPClientTests {
    private static let loopback = IPAddress("127.0.0.1").map { [$0] } ?? []

    /// A client whose hosts all are this machine, and which may go there unless `allowed` is empty.
    private func client(
        allowed: [String] = ["webhook.test"], lookup: HostLookup = HostLookup { _ in loopback }
    ) -> OutboundHTTPClient {
        OutboundHTTPClient(
            addressGuard: AddressGuard(allowed: allowed.compactMap(AllowedDestination.init)), lookup: lookup,
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
    }

    private func request(_ server: ScriptedServer, host: String = "webhook.test", seconds: Double = 600) throws
        -> OutboundRequest
    {
        OutboundRequest(
            .post, try OutboundURL("http://\(host):\(server.port)/hook?a=b"),
            headers: [.contentType: "application/json"], body: Array(#"{"a":1}"#.utf8), timeout: .seconds(seconds))
    }

    @Test func sendsARequestAndGivesTheAnswer() async throws {
        try await ScriptedServer.with(.answer(202, headers: ["X-Kind": "test"], body: "thanks")) { server in
            let answer = try await client().send(try request(server))
            #expect(answer.status == 202)
            #expect(String(decoding: answer.body, as: UTF8.self) == "thanks")
            #expect(!answer.isCut)
            #expect(answer.headers[.init("X-Kind")!] == "test")
            #expect(answer.address == Self.loopback.first)
            let received = try #require(server.requests.first)
            #expect(received.hasPrefix("POST /hook?a=b HTTP/1.1\r\n"))
            #expect(received.lowercased().contains("host: webhook.test:\(server.port)\r\n"))
            #expect(received.hasSuffix("\r\n\r\n{\"a\":1}"))
        }
    }

    @Test(
        "paths are sent as they stand",
        arguments: [
            "/", "/a%2Fb", "//a//b", "/a/../b/./c", "/a;b=c,d", "/?", "/?a=b?c&&d=%20+", "/a?x=http://y@z:1/'()*!$~",
        ])
    func paths(target: String) async throws {
        try await ScriptedServer.with(.answer(200)) { server in
            let url = try OutboundURL("http://webhook.test:\(server.port)\(target)")
            _ = try await client().send(OutboundRequest(.get, url, timeout: .seconds(600)))
            #expect(server.requests.first?.split(separator: " ").dropFirst().first.map(String.init) == target)
        }
    }

    @Test(
        "addresses that aren't allowed get no connection",
        arguments: ["webhook.test", "127.0.0.1", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0x7f.1", "localhost"])
    func refused(host: String) async throws {
        try await ScriptedServer.with(.answer(200)) { server in
            let system = HostLookup.system(
                threads: LookupThreads(forKnownHosts: .singleton, forOthers: .singleton),
                eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
            let client = client(
                allowed: [], lookup: host == "webhook.test" ? HostLookup { _ in Self.loopback } : system)
            let error = await #expect(throws: OutboundHTTPError.self) {
                try await client.send(try request(server, host: host))
            }
            guard case .refusedAddress(_, _, "loopback") = error else {
                Issue.record("not refused: \(String(describing: error))")
                return
            }
            #expect(error?.isFinal == true)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func theConnectionGoesToTheAddressThatWasChecked() async throws {
        try await ScriptedServer.with(.answer(200)) { server in
            // Asked a second time, the host would be somewhere that is refused.
            let asked = Mutex(0)
            let lookup = HostLookup { _ in
                asked.withLock { $0 += 1 }
                return asked.withLock { $0 } == 1 ? Self.loopback : [IPAddress("169.254.169.254")].compactMap(\.self)
            }
            let client = client(allowed: ["127.0.0.0/8"], lookup: lookup)
            let answer = try await client.send(try request(server, host: "rebinding.test"))
            #expect(answer.status == 200)
            #expect(asked.withLock { $0 } == 1, "one lookup, whose answer is checked and used")
            let error = await #expect(throws: OutboundHTTPError.self) {
                try await client.send(try request(server, host: "rebinding.test"))
            }
            guard case .refusedAddress(_, _, "a cloud's metadata") = error else {
                Issue.record("not refused: \(String(describing: error))")
                return
            }
        }
    }

    @Test func refusedAddressesOfAHostArePassedOver() async throws {
        try await ScriptedServer.with(.answer(200)) { server in
            let lookup = HostLookup { _ in ["::1", "169.254.169.254", "127.0.0.1"].compactMap { IPAddress($0) } }
            let answer = try await client(allowed: ["127.0.0.1"], lookup: lookup).send(try request(server))
            #expect(answer.address == Self.loopback.first)
        }
    }

    @Test func anotherAddressIsTriedWhereNobodyListens() async throws {
        try await ScriptedServer.with(.answer(200)) { server in
            let lookup = HostLookup { _ in ["127.0.0.2", "127.0.0.1"].compactMap { IPAddress($0) } }
            let answer = try await client(allowed: ["127.0.0.0/8"], lookup: lookup).send(try request(server))
            #expect(answer.address == Self.loopback.first)
        }
    }

    @Test func redirectsAreAnswers() async throws {
        try await ScriptedServer.with(.answer(307, headers: ["Location": "http://127.0.0.1:1/"])) { server in
            let answer = try await client().send(try request(server))
            #expect(answer.status == 307)
            #expect(server.requests.count == 1)
        }
    }

    @Test func longBodiesAreCut() async throws {
        try await ScriptedServer.with(.endless) { server in
            var request = try request(server)
            request.maximumAnswerBytes = 100_000
            let answer = try await client().send(request)
            #expect(answer.isCut && answer.body.count == 100_000)
        }
    }

    @Test(
        "the time holds for everything",
        arguments: [
            (ScriptedServer.Answer.silence, "while waiting for the answer"),
            (.drip(pause: .milliseconds(20)), "while the answer was read"),
        ])
    func timedOut(answer: ScriptedServer.Answer, stage: String) async throws {
        try await ScriptedServer.with(answer) { server in
            // On a busy machine the first time may be over before the request has come so far.
            var error: OutboundHTTPError?
            for seconds in [2.0, 60] where error != .timedOut(seconds: 2, during: stage) {
                error = await #expect(throws: OutboundHTTPError.self) {
                    try await client().send(try request(server, seconds: seconds))
                }
            }
            #expect(
                [2, 60].contains { error == .timedOut(seconds: $0, during: stage) }, "\(String(describing: error))")
        }
    }

    @Test func aLookupThatHangsIsLeft() async throws {
        let never = HostLookup { _ in
            try await Task.sleep(for: .seconds(3600))
            return []
        }
        let request = OutboundRequest(.get, try OutboundURL("http://webhook.test/"), timeout: .milliseconds(200))
        await #expect(throws: OutboundHTTPError.timedOut(seconds: 0.2, during: "while the host was looked up")) {
            try await client(lookup: never).send(request)
        }
    }

    @Test func cancellingEndsARequest() async throws {
        try await ScriptedServer.with(.silence) { server in
            let request = try request(server)
            let sending = Task { try await client().send(request) }
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            sending.cancel()
            await #expect(throws: CancellationError.self) { try await sending.value }
        }
    }

    @Test(
        "connections that break",
        arguments: [
            ScriptedServer.Answer.reset, .raw(""), .raw("SSH-2.0-OpenSSH_9\r\n"),
            .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"),
        ])
    func broken(answer: ScriptedServer.Answer) async throws {
        try await ScriptedServer.with(answer) { server in
            let error = await #expect(throws: OutboundHTTPError.self) { try await client().send(try request(server)) }
            guard case .broken = error else {
                Issue.record("not broken: \(String(describing: error))")
                return
            }
            #expect(server.requests.count == 1, "nothing is sent a second time")
        }
    }

    @Test func nobodyListens() async throws {
        let request = OutboundRequest(.get, try OutboundURL("http://webhook.test:1/"), timeout: .seconds(600))
        let error = await #expect(throws: OutboundHTTPError.self) { try await client().send(request) }
        #expect(error == .unreachable("127.0.0.1:1", reason: "Connection refused"))
        #expect(error?.isFinal == false)
    }

    @Test func unknownHosts() async throws {
        let system = HostLookup.system(
            threads: LookupThreads(forKnownHosts: .singleton, forOthers: .singleton),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
        let request = OutboundRequest(.get, try OutboundURL("http://no-such-host.invalid/"), timeout: .seconds(600))
        let error = await #expect(throws: OutboundHTTPError.self) { try await client(lookup: system).send(request) }
        guard case .unknownHost("no-such-host.invalid", _) = error else {
            Issue.record("found: \(String(describing: error))")
            return
        }
    }
}
