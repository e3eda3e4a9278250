import Cryptography
import Jobs
import OCI
import RegistryTesting
import Testing
import Time
import Webhooks

@Suite(.timeLimit(.minutes(60))) struct ChatProgramTests {
    @Test func dingTalkChecksTheTimeAndItsSignature() async throws {
        try await ScriptedServer.with(.answer(200, body: #"{"errcode":0,"errmsg":"ok"}"#)) { server in
            try await SendingFixture.with { fixture in
                let now = fixture.clock.now
                let target = try server.target(.dingtalk, path: "/robot/send?access_token=x", secret: "SEC0123")
                #expect(try await fixture.ended(try await fixture.send(to: target))?.status == .success)
                let line = try #require(server.requests.first?.split(separator: " ").dropFirst().first)
                let parameters = line.split(separator: "&").dropFirst().map(String.init)
                #expect(parameters.count == 2)
                let time = try #require(Int64(parameters[0].dropFirst("timestamp=".count)))
                #expect((now.microseconds / 1000...fixture.clock.now.microseconds / 1000).contains(time))
                let code = KeyedHash(key: Array("SEC0123".utf8)).code(for: "\(time)\nSEC0123")
                let escaped = Base64.encode(code).map { character in
                    ["+": "%2B", "/": "%2F", "=": "%3D"][character] ?? String(character)
                }
                #expect(parameters[1] == "sign=" + escaped.joined())
            }
        }
    }

    @Test func feishuChecksTheTimeAndItsSignature() async throws {
        try await ScriptedServer.with(.answer(200, body: #"{"code":0,"msg":"success"}"#)) { server in
            try await SendingFixture.with { fixture in
                let target = try server.target(.feishu, secret: "demo")
                let execution = try await fixture.send(to: target, body: #"{"msg_type":"text"}"#)
                #expect(try await fixture.ended(execution)?.status == .success)
                let request = try #require(server.requests.first)
                let start = try #require(request.firstRange(of: "\r\n\r\n")).upperBound
                let body = try JSONValue(parsing: Array(request[start...].utf8))
                let time = try #require(body["timestamp"]?.string)
                let code = KeyedHash(key: Array("\(time)\ndemo".utf8)).code(for: "")
                #expect(body["sign"]?.string == Base64.encode(code) && body["msg_type"] == "text")
            }
        }
    }

    @Test(
        "addresses that are secrets",
        arguments: [
            (
                WebhookTargetKind.slack, "/services/T0123ABCD/B0123ABCD/aBcDeFgHiJkLmNoP",
                ["T0123ABCD", "aBcDeFgHiJkLmNoP"]
            ),
            (.feishu, "/open-apis/bot/v2/hook/0a1b2c3d-1111-2222", ["0a1b2c3d-1111-2222"]),
            (.dingtalk, "/robot/send?access_token=abc=def0", ["abc=def0"]),
            (.wecom, "/cgi-bin/webhook/send?key=11-22-33", ["11-22-33"]),
        ])
    func addressesStayOutOfTheLog(kind: WebhookTargetKind, path: String, secrets: [String]) async throws {
        try await ScriptedServer.with(.answer(404, body: "no webhook at \(path)")) { server in
            try await SendingFixture.with { fixture in
                let target = try server.target(kind, path: path)
                let execution = try await fixture.send(to: target)
                #expect(try await fixture.ended(execution)?.status == .error)
                #expect(server.requests.first?.contains(path) == true)
                let log = try await fixture.log(execution)
                #expect(log.contains("> POST http://127.0.0.1:\(server.port)/…"))
                #expect(log.contains("no webhook at /"), "words stay")
                for secret in secrets { #expect(!log.contains(secret), "\(secret) is in the log") }
                #expect(target.addressForReaders == "http://127.0.0.1:\(server.port)/…")
            }
        }
    }

    @Test(
        "programs say with the status 200 what went wrong",
        arguments: [
            (WebhookTargetKind.dingtalk, #"{"errcode":310000,"errmsg":"sign not match"}"#, 1, "sign not match"),
            (.wecom, #"{"errcode":93000,"errmsg":"invalid webhook url"}"#, 1, "invalid webhook url"),
            (.feishu, #"{"code":19021,"msg":"sign match fail"}"#, 1, "sign match fail"),
            (.wecom, #"{"errcode":45009,"errmsg":"too often"}"#, 2, "too often"),
            (.dingtalk, #"{"errcode":130101,"errmsg":"send too fast"}"#, 2, "send too fast"),
        ])
    func refused(kind: WebhookTargetKind, body: String, attempts: Int, message: String) async throws {
        try await ScriptedServer.with(.answer(200, body: body)) { server in
            try await SendingFixture.with { fixture in
                let execution = try await fixture.send(to: try server.target(kind, attempts: 2))
                let task = try #require(await fixture.ended(execution))
                #expect(task.status == .error && task.runs == attempts && task.statusMessage.contains(message))
            }
        }
    }
}
