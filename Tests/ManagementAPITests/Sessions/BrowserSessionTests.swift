import HTTPServing
import HTTPTypes
import Identity
import ManagementAPI
import OCI
import RegistryTesting
import Testing

/// Signing in with a browser, and what keeps other sites from using that.
@Suite struct BrowserSessionTests {
    private static let form = "application/x-www-form-urlencoded"

    @Test(arguments: DatabaseKind.allCases)
    func signingInAndOut(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("ada")
            let browser = TestBrowser(try ManagementClient(registry))
            #expect(try await browser.send(.get, "/users/current").status == 401)
            let answer = try await browser.signIn("ada")
            #expect(answer.status == 200 && answer.body.isEmpty)
            let cookie = answer.headers[values: .setCookie].first { $0.hasPrefix("sid=") } ?? ""
            for attribute in ["Path=/", "HttpOnly", "SameSite=Strict", "Secure"] {
                #expect(cookie.contains(attribute), "\(cookie)")
            }
            let current = try await browser.send(.get, "/users/current")
            #expect(current.status == 200 && current.json["username"]?.string == "ada")
            #expect(current.headers[.cacheControl] == "no-store")
            #expect(try await browser.send(.get, "/c/log_out").status == 200)
            #expect(try await browser.send(.get, "/users/current").status == 401)
            #expect(try await browser.send(.get, "/c/log_out").status == 200, "twice does no harm")
        }
    }

    @Test func aSignInTakesNoTokenOver() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await registry.makeUser("ada")
            let client = try ManagementClient(registry)
            let browser = TestBrowser(client)
            let planted = try SessionToken().text
            browser.set("sid", planted)
            try await browser.signIn("ada")
            let first = try #require(browser.cookies["sid"])
            #expect(first != planted, "a planted token isn't accepted")
            try await browser.signIn("ada")
            #expect(browser.cookies["sid"] != first)
            for old in [planted, first] {
                #expect(try await client.send(.get, "/users/current", cookies: ["sid": old]).status == 401)
            }
        }
    }

    @Test(arguments: [
        ("principal=ada&password=wrong", 401, "a wrong password"),
        ("principal=nobody&password=Correct-Horse-7", 401, "an unknown name"),
        ("principal=a%00b&password=x", 401, "a NUL"), ("principal=&password=", 401, "nothing"),
        ("principal=ada&password=Secret-Secret-1", 401, "a secret for programs"),
        ("principal=ada", 400, "no password"), ("", 400, "no form"), ("\u{0}\u{1}", 400, "no text"),
        ("principal=\(String(repeating: "x", count: 10_000))&password=x", 401, "10 kB of name"),
        ("principal=x&password=\(String(repeating: "x", count: 70_000))", 413, "70 kB"),
    ])
    func refusedSignIns(_ form: String, status: Int, reason: String) async throws {
        for kind in DatabaseKind.allCases {
            try await RegistryFixture.with(kind) { registry in
                let ada = try await registry.makeUser("ada")
                try await registry.users.setCommandLineSecret(id: ada.id, to: Password("Secret-Secret-1"))
                let browser = TestBrowser(try ManagementClient(registry))
                try await browser.send(.get, "/c/login")
                let answer = try await browser.send(.post, "/c/login", body: form, type: Self.form)
                #expect(answer.status == status, "\(reason): \(answer)")
                #expect(browser.cookies["sid"] == nil)
            }
        }
    }

    @Test func guessingIsSlowedDown() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await registry.makeUser("ada")
            let browser = TestBrowser(try ManagementClient(registry))
            var statuses: [Int] = []
            // On a busy machine the first short delays pass between two attempts; each one is twice as long.
            for _ in 0..<20 where statuses.last != 429 {
                statuses.append(try await browser.signIn("ada", "wrong").status)
            }
            #expect(statuses.first == 401 && statuses.last == 429)
        }
    }

    @Test func theAuditLogHasSignInsAndNothingOfNobody() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await registry.makeUser("ada")
            let client = try ManagementClient(registry)
            let browser = TestBrowser(client)
            try await browser.send(.get, "/c/log_out")
            try await client.send(.post, "/c/login", body: "principal=ada&password=x", type: Self.form)
            try await client.send(.put, "/users/1/password", body: "{}")
            try await browser.signIn("ada", "wrong")
            try await browser.signIn("ada")
            try await browser.send(.get, "/c/log_out")
            let entries = client.audited.elements.map {
                "\($0.operator) \($0.action.operation) \($0.resource) \($0.isSuccess)"
            }
            #expect(entries == ["ada login ada false", "ada login ada true", "ada logout ada true"])
        }
    }

    @Test func jsonIsNoForm() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let browser = TestBrowser(try ManagementClient(registry))
            try await browser.send(.get, "/c/login")
            #expect(try await browser.send(.post, "/c/login", body: "{}").status == 415)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func changesNeedTheToken(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let ada = try await registry.makeUser("ada")
            let client = try ManagementClient(registry)
            let browser = TestBrowser(client)
            try await browser.signIn("ada")
            let (path, body) = ("/users/\(ada.id)", #"{"comment":"x"}"#)
            let refused = try await browser.send(.put, path, body: body, isTokenSent: false)
            #expect(refused.status == 403 && refused.code == "FORBIDDEN")
            #expect(refused.body.contains("CSRF token invalid"))
            #expect(refused.headers[TestBrowser.tokenName] != nil, "the answer says how to go on")
            #expect(try await browser.send(.put, path, body: body).status == 200)
            let old = browser.token
            try await browser.send(.get, "/users/current")
            #expect(browser.token != old, "each token is masked anew")
            #expect(
                try await browser.send(
                    .put, path, body: body, headers: [TestBrowser.tokenName: old ?? ""], isTokenSent: false
                ).status == 200, "an earlier one of the same cookie is good too")
            #expect(
                try await client.send(.put, path, as: "ada", cookies: browser.cookies, body: body).status == 200,
                "programs that show a password need none")
        }
    }

    @Test func otherTokensAndSitesAreRefused() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let ada = try await registry.makeUser("ada")
            let client = try ManagementClient(registry)
            let (browser, stranger) = (TestBrowser(client), TestBrowser(client))
            try await browser.signIn("ada")
            try await stranger.send(.get, "/c/login")
            let path = "/users/\(ada.id)"
            let wrong: [(HTTPFields, String)] = [
                ([TestBrowser.tokenName: stranger.token ?? ""], "the token of another browser"),
                ([TestBrowser.tokenName: ""], "an empty one"), ([TestBrowser.tokenName: "x"], "a malformed one"),
                ([TestBrowser.tokenName: String(repeating: "A", count: 86)], "one of zeros"),
                ([TestBrowser.tokenName: String(repeating: "A", count: 10_000)], "a long one"),
                (
                    [TestBrowser.tokenName: browser.token ?? "", .constant("Sec-Fetch-Site"): "cross-site"],
                    "a page of another site"
                ),
                (
                    [TestBrowser.tokenName: browser.token ?? "", .constant("Sec-Fetch-Site"): "same-site"],
                    "a page of another host of the same site"
                ),
            ]
            for (headers, reason) in wrong {
                let answer = try await browser.send(
                    .put, path, body: #"{"comment":"x"}"#, headers: headers, isTokenSent: false)
                #expect(answer.status == 403, "\(reason)")
            }
            browser.set("_gorilla_csrf", nil)
            #expect(
                try await browser.send(.put, path, body: "{}").status == 403, "a token without its cookie")
            let site: HTTPFields = [.constant("Sec-Fetch-Site"): "same-origin"]
            #expect(try await browser.send(.put, path, body: "{}", headers: site).status == 200)
        }
    }

    /// Nobody can sign somebody else's browser in to an account of their own.
    @Test func signingInNeedsTheTokenToo() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await registry.makeUser("ada")
            let client = try ManagementClient(registry)
            let answer = try await client.send(
                .post, "/c/login", body: "principal=ada&password=\(RegistryFixture.password)", type: Self.form)
            #expect(answer.status == 403 && answer.cookies["sid"] == nil)
            #expect(answer.headers[TestBrowser.tokenName] != nil)
        }
    }

    @Test func programsGetNoCookies() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await registry.makeUser("ada")
            let answer = try await ManagementClient(registry).send(.get, "/users/current", as: "ada")
            #expect(answer.headers[values: .setCookie].isEmpty && answer.headers[TestBrowser.tokenName] == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aNewPasswordEndsTheSession(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let ada = try await registry.makeUser("ada")
            let client = try ManagementClient(registry)
            let browser = TestBrowser(client)
            try await browser.signIn("ada")
            let body = #"{"old_password":"\#(RegistryFixture.password)","new_password":"Another-Horse-8"}"#
            #expect(try await browser.send(.put, "/users/\(ada.id)/password", body: body).status == 200)
            #expect(try await browser.send(.get, "/users/current").status == 401)
            #expect(try await browser.signIn("ada", "Another-Horse-8").status == 200)
        }
    }

    @Test func anHourWithoutUseEndsIt() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await registry.makeUser("ada")
            let browser = TestBrowser(try ManagementClient(registry))
            try await browser.signIn("ada")
            let polling: HTTPFields = [.constant("X-Harbor-No-Session-Renewal"): "true"]
            registry.clock.advance(bySeconds: 50 * 60)
            #expect(try await browser.send(.get, "/users/current", headers: polling).status == 200)
            registry.clock.advance(bySeconds: 11 * 60)
            #expect(try await browser.send(.get, "/users/current", headers: polling).status == 401)
        }
    }

    @Test func aDeadSessionIsNotNobody() async throws {
        try await ReadingFixture.with(.sqlite) { fixture in
            let dead = ["sid": try SessionToken().text]
            #expect(try await fixture.client.send(.get, "/repositories").status == 200, "nobody sees what is public")
            let answer = try await fixture.client.send(.get, "/repositories", cookies: dead)
            #expect(answer.status == 401 && answer.code == "UNAUTHORIZED" && answer.body.contains("has ended"))
            #expect(try await fixture.client.send(.get, "/repositories", cookies: ["sid": "x"]).status == 200, "none")
            let named = try await fixture.client.send(.get, "/repositories", as: "ada", cookies: dead)
            #expect(named.status == 200, "a password counts alone")
            let people = try ManagementClient(fixture.registry)
            let change = try await people.send(.put, "/users/1", cookies: dead, body: "{}")
            #expect(change.status == 401, "before the forgery token is missed")
            #expect(try await people.send(.get, "/c/log_out", cookies: dead).status == 200, "the way out")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func usersSeeTheirSessions(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("ada")
            let client = try ManagementClient(registry)
            let (browser, other) = (TestBrowser(client), TestBrowser(client))
            try await browser.signIn("ada")
            try await other.signIn("ada")
            let list = try await browser.send(.get, "/users/current/sessions")
            let sessions = list.json.array ?? []
            #expect(list.headers[.constant("X-Total-Count")] == "2" && sessions.count == 2)
            #expect(sessions.filter { $0["current"]?.bool == true }.count == 1)
            #expect(!list.body.contains(browser.cookies["sid"] ?? "?"))
            let theirs = sessions.first { $0["current"]?.bool == false }?["id"]?.string ?? ""
            #expect(try await browser.send(.delete, "/users/current/sessions/\(theirs)").status == 200)
            #expect(try await other.send(.get, "/users/current").status == 401)
            #expect(try await browser.send(.delete, "/users/current/sessions/\(theirs)").status == 404)
            #expect(try await browser.send(.delete, "/users/current/sessions/%00").status == 404)
            #expect(try await client.send(.get, "/users/current/sessions").status == 401)
        }
    }
}
