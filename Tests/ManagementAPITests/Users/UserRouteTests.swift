import HTTPServing
import HTTPTypes
import Identity
import OCI
import RegistryTesting
import SystemConfiguration
import Testing

/// The routes of users: who may call them, and what they answer.
@Suite struct UserRouteTests {
    private static let password = RegistryFixture.password

    /// A registry with the administrator `admin` and the users `ada` and `bob`.
    private func with(
        _ kind: DatabaseKind, _ body: (RegistryFixture, ManagementClient, [String: Int64]) async throws -> Void
    ) async throws {
        try await RegistryFixture.with(kind) { registry in
            var numbers = ["admin": try await registry.makeUser("admin", isAdministrator: true).id]
            for name in ["ada", "bob"] { numbers[name] = try await registry.makeUser(name).id }
            try await body(registry, try ManagementClient(registry), numbers)
        }
    }

    private struct Call: Sendable, CustomTestStringConvertible {
        var method: HTTPRequest.Method = .get
        /// `ada`, `bob` and `admin` in braces stand for their numbers.
        let path: String
        var body: String?
        /// What nobody, bob, ada and the administrator get, in this order.
        let expected: [Int]
        var testDescription: String { "\(method) \(path) \(body ?? "")" }
    }

    private static let calls: [Call] = [
        Call(path: "/users", expected: [401, 403, 403, 200]),
        Call(path: "/users/current", expected: [401, 200, 200, 200]),
        Call(path: "/users/search?username=a", expected: [401, 200, 200, 200]),
        Call(path: "/users/search", expected: [401, 422, 422, 422]),
        Call(path: "/users/{ada}", expected: [401, 403, 200, 200]),
        Call(path: "/users/999999", expected: [401, 403, 403, 404]),
        Call(path: "/users/99999999999999999999", expected: [422, 422, 422, 422]),
        Call(path: "/users/-1", expected: [422, 422, 422, 422]),
        Call(path: "/users/ada", expected: [422, 422, 422, 422]),
        Call(method: .put, path: "/users/{ada}", body: #"{"realname":"Ada"}"#, expected: [401, 403, 200, 200]),
        Call(method: .put, path: "/users/999999", body: "{}", expected: [401, 403, 403, 404]),
        Call(
            method: .put, path: "/users/{ada}/sysadmin", body: #"{"sysadmin_flag":false}"#,
            expected: [401, 403, 403, 200]),
        Call(
            method: .put, path: "/users/{admin}/sysadmin", body: #"{"sysadmin_flag":false}"#,
            expected: [401, 403, 403, 403]),
        Call(
            method: .put, path: "/users/{ada}/cli_secret", body: #"{"secret":"Secret-Secret-1"}"#,
            expected: [401, 403, 200, 200]),
        Call(method: .delete, path: "/users/{ada}/cli_secret", expected: [401, 403, 200, 200]),
        Call(method: .delete, path: "/users/{admin}", expected: [401, 403, 403, 403]),
        Call(method: .delete, path: "/users/999999", expected: [401, 403, 403, 404]),
        Call(method: .delete, path: "/users/{bob}", expected: [401, 403, 403, 200]),
        Call(method: .patch, path: "/users/{bob}", expected: [405, 405, 405, 405]),
    ]

    @Test(arguments: DatabaseKind.allCases)
    func whoMayCallWhat(_ kind: DatabaseKind) async throws {
        try await with(kind) { _, client, numbers in
            for call in Self.calls {
                var path = call.path
                for (name, number) in numbers { path = path.replacing("{\(name)}", with: String(number)) }
                for (caller, expected) in zip([nil, "bob", "ada", "admin"], call.expected) {
                    let answer = try await client.send(call.method, path, as: caller, body: call.body)
                    #expect(answer.status == expected, "\(call.testDescription) as \(caller ?? "nobody"): \(answer)")
                }
            }
        }
    }

    private static let bodies: [(HTTPRequest.Method, String, String, Int, String)] = {
        var cases: [(HTTPRequest.Method, String, String, Int, String)] = []
        let long = String(repeating: "x", count: 10_000)
        // What no operation takes.
        let operations: [(HTTPRequest.Method, String)] = [
            (.post, "/users"), (.put, "/users/{ada}"), (.put, "/users/{ada}/password"),
            (.put, "/users/{ada}/sysadmin"), (.put, "/users/{ada}/cli_secret"),
        ]
        for (method, path) in operations {
            cases += [
                (method, path, "", 422, "nothing"), (method, path, "x", 400, "no JSON"),
                (method, path, "[]", 400, "an array"), (method, path, "null", 400, "null"),
                (method, path, #"{"a":"#, 400, "half an object"),
                (method, path, #"{"a":1,"a":2}"#, 400, "a member twice"),
                (method, path, String(repeating: "[", count: 10_000), 400, "nested ten thousand times"),
                (method, path, "\"\(String(repeating: "x", count: 1 << 20))\"", 413, "a megabyte"),
            ]
        }
        func user(_ change: (String, String)) -> String {
            var members = [
                "username": #""new""#, "password": #""Correct-Horse-7""#, "email": #""new@example.com""#,
            ]
            members[change.0] = change.1
            return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
                + "}"
        }
        let users: [(String, String, Int, String)] = [
            ("username", "1", 400, "a number"), ("username", "null", 400, "null"), ("username", #""""#, 400, "empty"),
            ("username", #""a\u0000b""#, 400, "a NUL"), ("username", #""robot$a""#, 400, "a forbidden character"),
            ("username", "\"\(long)\"", 422, "10 kB"), ("username", #""ada""#, 409, "taken"),
            ("password", #""Short1""#, 400, "too short"), ("password", #""lower-case-1""#, 400, "no upper case"),
            ("password", "\"\(long)Aa1\"", 422, "10 kB"), ("password", "[]", 400, "an array"),
            ("email", #""""#, 400, "empty"), ("email", #""a\nb@c""#, 400, "a line end"),
            ("email", #""ada@example.com""#, 409, "taken"), ("email", "\"\(long)@b\"", 422, "10 kB"),
            ("realname", #""a\"b""#, 400, "a quote"), ("realname", "{}", 400, "an object"),
            ("comment", "\"\(String(repeating: "c", count: 31))\"", 400, "31 characters"),
            ("comment", #""\u0007""#, 400, "a bell"), ("unknown", "[1,2]", 201, "an unknown member"),
        ]
        cases += users.map { (.post, "/users", user(($0.0, $0.1)), $0.2, "\($0.0): \($0.3)") }
        cases += [
            (.put, "/users/{ada}", #"{"email":""}"#, 400, "an empty address"),
            (.put, "/users/{ada}", #"{"email":"bob@example.com"}"#, 409, "a taken address"),
            (.put, "/users/{ada}", #"{"email":7}"#, 400, "a number"),
            (.put, "/users/{ada}", #"{"realname":"a\u0000"}"#, 400, "a NUL"),
            (.put, "/users/{ada}", "{}", 200, "nothing changes"),
            (.put, "/users/{ada}/sysadmin", "{}", 400, "no flag"),
            (.put, "/users/{ada}/sysadmin", #"{"sysadmin_flag":"true"}"#, 400, "text for a flag"),
            (.put, "/users/{ada}/password", "{}", 400, "no password"),
            (.put, "/users/{ada}/password", #"{"new_password":""}"#, 400, "an empty one"),
            (.put, "/users/{ada}/password", #"{"new_password":"weak"}"#, 400, "a weak one"),
            (.put, "/users/{ada}/password", #"{"new_password":"Correct-Horse-7"}"#, 400, "the same"),
            (.put, "/users/{ada}/password", #"{"new_password":"Abcdefg1\u0000"}"#, 400, "a NUL"),
            (.put, "/users/{ada}/cli_secret", "{}", 400, "no secret"),
            (.put, "/users/{ada}/cli_secret", #"{"secret":"weak"}"#, 400, "a weak one"),
        ]
        return cases
    }()

    @Test(arguments: DatabaseKind.allCases)
    func badBodies(_ kind: DatabaseKind) async throws {
        try await with(kind) { _, client, numbers in
            for (method, path, body, expected, reason) in Self.bodies {
                let path = path.replacing("{ada}", with: String(numbers["ada"] ?? 0))
                let answer = try await client.send(method, path, as: "admin", body: body)
                #expect(answer.status == expected, "\(method) \(path): \(reason): \(answer)")
                if expected >= 400 { #expect(answer.code != nil, "\(reason)") }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func usersAreMadeAndShown(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, client, _ in
            let body = """
                {"username":"eve","password":"\(Self.password)","email":"eve@example.com","realname":"Eve",
                "comment":"hi"}
                """
            let made = try await client.send(.post, "/users", as: "admin", body: body)
            #expect(made.status == 201 && made.body.isEmpty)
            let location = made.headers[.location] ?? ""
            #expect(location.hasPrefix("/api/v2.0/users/"))
            let shown = try await client.send(.get, String(location.dropFirst(9)), as: "eve")
            let members = shown.json.object?.members.map(\.name).sorted()
            #expect(
                members == [
                    "admin_role_in_auth", "comment", "creation_time", "email", "realname", "sysadmin_flag",
                    "update_time", "user_id", "username",
                ])
            #expect(shown.json["sysadmin_flag"]?.bool == false && shown.json["realname"]?.string == "Eve")
            let list = try await client.send(.get, "/users?page_size=2&sort=-username", as: "admin")
            #expect(list.headers[.constant("X-Total-Count")] == "4")
            #expect(list.json.array?.compactMap { $0["username"]?.string } == ["eve", "bob"])
            let found = try await client.send(.get, "/users/search?username=V", as: "bob")
            #expect(found.body == #"[{"user_id":\#(location.dropFirst(16)),"username":"eve"}]"#)
            #expect(try await client.send(.get, "/users?q=password=~a", as: "admin").status == 400)
            #expect(try await client.send(.get, "/users?q=x", as: "admin").status == 400)
            #expect(try await client.send(.get, "/users?page_size=101", as: "admin").status == 422)
            #expect(try await client.send(.get, "/users/search?username=a%00", as: "bob").status == 422)
        }
    }

    private func change(
        _ path: String, _ client: ManagementClient, _ old: String?, _ new: String, as caller: String
    ) async throws -> Int {
        let old = old.map { #""old_password":"\#($0)","# } ?? ""
        return try await client.send(
            .put, path, as: caller, body: "{\(old)\"new_password\":\"\(new)\"}"
        ).status
    }

    @Test(arguments: DatabaseKind.allCases)
    func onesOwnPasswordNeedsTheOld(_ kind: DatabaseKind) async throws {
        try await with(kind) { _, client, numbers in
            let path = "/users/\(numbers["ada"] ?? 0)/password"
            let strangers = try await change(path, client, Self.password, "Another-Horse-8", as: "bob")
            #expect(strangers == 403)
            #expect(try await change(path, client, nil, "Another-Horse-8", as: "ada") == 403)
            #expect(try await change(path, client, "Wrong-Horse-7", "Another-Horse-8", as: "ada") == 403)
            #expect(try await change(path, client, Self.password, Self.password, as: "ada") == 400, "the same")
            #expect(try await change(path, client, Self.password, "Another-Horse-8", as: "ada") == 200)
            #expect(try await client.send(.get, "/users/current", as: "ada").status == 401)
            #expect(try await change(path, client, nil, "Third-Horse-9", as: "admin") == 200)
            #expect(
                try await client.send(.get, "/users/current", as: "ada", password: "Third-Horse-9").status == 200)
        }
    }

    @Test func guessingTheOldPasswordIsSlowedDown() async throws {
        try await with(.sqlite) { _, client, numbers in
            // On a busy machine the first short delays pass between two attempts; each one is twice as long.
            var last = 0
            for _ in 0..<20 where last != 429 {
                last = try await client.send(
                    .put, "/users/\(numbers["ada"] ?? 0)/password", as: "ada",
                    body: #"{"old_password":"Wrong-Horse-7","new_password":"Another-Horse-8"}"#
                ).status
            }
            #expect(last == 429)
        }
    }

    private func exists(
        _ browser: TestBrowser, _ value: String, target: String = "username"
    ) async throws -> ManagementClient.Answer {
        try await browser.send(
            .post, "/c/userExists", body: "target=\(target)&value=\(value)", type: "application/x-www-form-urlencoded")
    }

    @Test(arguments: DatabaseKind.allCases)
    func registrationIsForPagesOfThisRegistry(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, client, _ in
            let body = #"{"username":"eve","password":"Correct-Horse-7","email":"eve@example.com"}"#
            let browser = TestBrowser(client)
            try await browser.send(.get, "/c/login")
            #expect(try await browser.send(.post, "/users", body: body).status == 401, "it isn't configured")
            #expect(try await exists(browser, "ada").status == 412, "nobody learns who has an account")
            guard case .object(let configuration) = try JSONValue(parsing: Array(#"{"self_registration":true}"#.utf8))
            else { return }
            _ = try await registry.configuration.update(configuration)
            #expect(try await exists(browser, "ada").body == "true")
            #expect(try await exists(browser, "eve").body == "false")
            #expect(try await exists(browser, "ada@example.com", target: "email").body == "true")
            #expect(try await exists(browser, "x%00y").body == "false")
            #expect(try await exists(browser, "x", target: "password").status == 400)
            #expect(try await client.send(.post, "/users", body: body).status == 403, "no page, no token")
            #expect(try await client.send(.post, "/users", as: "ada", body: body).status == 403)
            #expect(try await browser.send(.post, "/users", body: body).status == 201)
            #expect(try await browser.send(.post, "/users", body: body).status == 409)
            let eve = try await registry.users.find(named: "eve")
            #expect(!eve.isAdministrator)
        }
    }
}
