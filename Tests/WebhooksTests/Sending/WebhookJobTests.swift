import Cryptography
import Jobs
import OCI
import RegistryTesting
import Testing
import Webhooks

@Suite(.timeLimit(.minutes(60))) struct WebhookJobTests {
    private let json = #"{"a":1}"#

    @Test func aDeliveryIsSignedAndLogged() async throws {
        try await ScriptedServer.with(.answer(200, body: "your token is Bearer t0psecret!")) { server in
            try await SendingFixture.with { fixture in
                let target = try server.target(
                    path: "/hook?token=abcdef123", authorization: "Bearer t0psecret!", secret: "signing-key")
                let execution = try await fixture.send(to: target, body: json)
                let task = try #require(await fixture.ended(execution))
                #expect(task.status == .success)
                #expect(task.attributes["status_code"] == 200)
                let request = try #require(server.requests.first)
                let signature = Hex.encode(KeyedHash(key: Array("signing-key".utf8)).code(for: json))
                #expect(
                    request.hasPrefix("POST /hook?token=abcdef123 HTTP/1.1\r\n") && request.hasSuffix("\r\n\r\n\(json)")
                )
                let fields = request.lowercased()
                for field in [
                    "content-type: application/json", "x-haven-event: push_artifact", "x-haven-delivery: 4b2f89a6",
                    "x-haven-signature-256: sha256=\(signature)", "authorization: bearer t0psecret!",
                    "user-agent: haven",
                ] {
                    #expect(fields.contains("\r\n\(field)"), "\(field)")
                }
                let log = try await fixture.log(execution)
                #expect(log.contains("> POST http://127.0.0.1:\(server.port)/hook?token=…"))
                #expect(log.contains("< 200 from 127.0.0.1") && log.contains("your token is …"))
                for secret in ["t0psecret", "signing-key", "abcdef123", signature] {
                    #expect(!log.contains(secret), "\(secret) is in the log")
                }
            }
        }
    }

    @Test func whatMayPassIsTriedAgain() async throws {
        try await ScriptedServer.with(.answer(500), .reset, .answer(204)) { server in
            try await SendingFixture.with { fixture in
                let execution = try await fixture.send(to: try server.target())
                #expect(try await fixture.ended(execution)?.status == .success)
                #expect(server.requests.count == 3)
                #expect(Set(server.requests.map { $0.suffix(7) }) == [json[...]], "always the same body")
            }
        }
    }

    @Test func attemptsAreTheTargets() async throws {
        try await ScriptedServer.with(.answer(503)) { server in
            try await SendingFixture.with { fixture in
                let execution = try await fixture.send(to: try server.target(attempts: 2))
                let task = try #require(await fixture.ended(execution))
                #expect(task.status == .error && task.runs == 2 && server.requests.count == 2)
                #expect(task.statusMessage == "the answer is 503; that was attempt 2, the last one")
            }
        }
    }

    @Test(
        "what no attempt would mend",
        arguments: [
            (ScriptedServer.Answer.answer(404), "the answer is 404"), (.answer(401), "the answer is 401"),
            (.answer(302, headers: ["Location": "http://127.0.0.1:9/"]), "redirects aren't followed"),
        ])
    func refused(answer: ScriptedServer.Answer, message: String) async throws {
        try await ScriptedServer.with(answer) { server in
            try await SendingFixture.with { fixture in
                let execution = try await fixture.send(to: try server.target())
                let task = try #require(await fixture.ended(execution))
                #expect(task.status == .error && task.statusMessage.contains(message))
                #expect(server.requests.count == 1)
            }
        }
    }

    @Test func targetsSayWhenToTryAgain() async throws {
        try await ScriptedServer.with(.answer(429, headers: ["Retry-After": "600"]), .answer(200)) { server in
            try await SendingFixture.with { fixture in
                let execution = try await fixture.send(to: try server.target())
                var waits = false
                for _ in 0..<15_000 where !waits {
                    try await Task.sleep(for: .milliseconds(20))
                    let task = try await fixture.task(execution)
                    waits = task?.status == .pending && task?.runs == 1
                }
                #expect(waits)
                fixture.clock.advance(bySeconds: 590)
                try await Task.sleep(for: .milliseconds(300))
                #expect(server.requests.count == 1, "not before its time")
                #expect(try await fixture.ended(execution)?.status == .success)
            }
        }
    }

    @Test(
        "servers that behave badly cost an attempt",
        arguments: [
            (ScriptedServer.Answer.silence, 1, "timed out after 1 s"),
            (.drip(pause: .milliseconds(10)), 1, "timed out after 1 s"),
            (.raw("nonsense\r\n\r\n"), 60, "the connection broke"),
        ])
    func broken(answer: ScriptedServer.Answer, seconds: Int, message: String) async throws {
        try await ScriptedServer.with(answer) { server in
            try await SendingFixture.with { fixture in
                let execution = try await fixture.send(to: try server.target(seconds: seconds, attempts: 1))
                let task = try #require(await fixture.ended(execution))
                #expect(task.status == .error && task.statusMessage.contains(message), "\(task.statusMessage)")
            }
        }
    }

    @Test func endlessAnswersAreEnough() async throws {
        try await ScriptedServer.with(.endless) { server in
            try await SendingFixture.with { fixture in
                let execution = try await fixture.send(to: try server.target(attempts: 1))
                #expect(try await fixture.ended(execution)?.status == .success)
                #expect(try await fixture.log(execution).contains("65536 and more bytes"))
            }
        }
    }

    @Test func theServerItselfIsNoTarget() async throws {
        try await ScriptedServer.with(.answer(200)) { server in
            try await SendingFixture.with(allowed: []) { fixture in
                let execution = try await fixture.send(to: try server.target())
                let task = try #require(await fixture.ended(execution))
                #expect(task.status == .error && task.runs == 1 && task.statusMessage.contains("which is loopback"))
                #expect(server.requests.isEmpty)
            }
        }
    }

    @Test func whatCannotBeSentFailsAtOnce() async throws {
        try await SendingFixture.with { fixture in
            let gone = try await fixture.send(to: nil)
            #expect(try await fixture.ended(gone)?.statusMessage.contains("deleted, changed or disabled") == true)
            let target = try WebhookTarget(
                kind: .feishu, address: try WebhookAddress("http://127.0.0.1:9/"), secret: "x")
            let large = try await fixture.send(to: target, body: "the template makes too much", contentType: "")
            #expect(try await fixture.ended(large)?.statusMessage == "the template makes too much")
            let text = try await fixture.send(to: target, body: "no JSON", contentType: "text/plain")
            #expect(try await fixture.ended(text)?.statusMessage.contains("no JSON object") == true)
        }
    }

    @Test func targetsThatHangHoldUpNobodyElse() async throws {
        try await ScriptedServer.with(.silence) { hanging in
            try await ScriptedServer.with(.answer(200)) { well in
                try await SendingFixture.with { fixture in
                    let stuck = try await fixture.send(to: try hanging.target(seconds: 60), count: 200)
                    while hanging.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
                    let execution = try await fixture.send(to: try well.target(), count: 40)
                    #expect(try await fixture.ended(execution)?.status == .success)
                    #expect(well.requests.count == 40)
                    let waiting = try await fixture.jobs.execution(stuck, vendorType: "WEBHOOK")
                    #expect(waiting?.status == .running, "all this while the others hang")
                }
            }
        }
    }

    @Test func slackGetsOneAtATime() async throws {
        try await ScriptedServer.with(.answer(200)) { server in
            try await SendingFixture.with { fixture in
                let start = ContinuousClock.now
                let execution = try await fixture.send(to: try server.target(.slack), count: 3)
                #expect(try await fixture.ended(execution)?.status == .success)
                #expect(ContinuousClock.now - start >= .seconds(2), "a second between two")
            }
        }
    }
}
