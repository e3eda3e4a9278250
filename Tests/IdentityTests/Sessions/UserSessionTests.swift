import Cryptography
import Identity
import RegistryTesting
import SQL
import Testing
import Time

/// Sessions: how they begin, how long they last, and what ends them.
@Suite struct UserSessionTests {
    private func begin(
        _ registry: RegistryFixture, _ user: User, replacing: SessionToken? = nil
    ) async throws -> SessionToken {
        try await registry.sessions.begin(
            for: user, address: "192.0.2.1", userAgent: "Browser/1", replacing: replacing)
    }

    @Test(arguments: [
        "", "x", String(repeating: "a", count: 42), String(repeating: "!", count: 43),
        String(repeating: "a", count: 10_000), "a\u{0}",
    ])
    func whatIsNoToken(_ text: String) {
        #expect(SessionToken(text) == nil)
    }

    @Test(arguments: DatabaseKind.allCases)
    func eachSignInHasATokenOfItsOwn(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let user = try await registry.makeUser("ada")
            let first = try await begin(registry, user)
            #expect(try await registry.sessions.find(first)?.user.id == user.id)
            let second = try await begin(registry, user, replacing: first)
            #expect(first != second)
            #expect(try await registry.sessions.find(first) == nil, "the browser's session before has ended")
            #expect(try await registry.sessions.find(second)?.session.address == "192.0.2.1")
            // A token that nobody was given stays worthless, whoever signs in with it in the browser.
            let planted = try SessionToken()
            _ = try await begin(registry, user, replacing: planted)
            #expect(try await registry.sessions.find(planted) == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func onlyTheHashIsStored(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let token = try await begin(registry, registry.makeUser("ada"))
            let identifier = try await registry.database.read {
                try $0.query("SELECT id FROM user_session")[0].text("id")
            }
            #expect(identifier.count == 64 && !identifier.contains(token.text))
            #expect(SessionToken(identifier) == nil, "who reads the database has no token")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anHourWithoutUseEndsIt(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (sessions, clock) = (registry.sessions, registry.clock)
            let token = try await begin(registry, registry.makeUser("ada"))
            for _ in 0..<3 {
                clock.advance(bySeconds: 59 * 60)
                #expect(try await sessions.find(token) != nil, "use renews it")
            }
            // Polling doesn't renew, however often.
            for _ in 0..<59 {
                clock.advance(bySeconds: 60)
                #expect(try await sessions.find(token, isRenewed: false) != nil)
            }
            clock.advance(bySeconds: 61)
            #expect(try await sessions.find(token, isRenewed: false) == nil)
            #expect(try await sessions.find(token) == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func renewalIsWrittenOnceAMinute(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (sessions, clock) = (registry.sessions, registry.clock)
            // To the beginning of a minute.
            clock.advance(bySeconds: 60 - clock.now.seconds % 60)
            let token = try await begin(registry, registry.makeUser("ada"))
            let begun = try await sessions.find(token)?.session.lastSeenAt
            clock.advance(bySeconds: 30)
            #expect(try await sessions.find(token)?.session.lastSeenAt == begun)
            clock.advance(bySeconds: 31)
            #expect(try await sessions.find(token)?.session.lastSeenAt == clock.now)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatEndsIt(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("admin", isAdministrator: true)
            let (sessions, users) = (registry.sessions, registry.users)
            let user = try await registry.makeUser("ada")
            var token = try await begin(registry, user)
            try await users.setCommandLineSecret(id: user.id, to: Password("Secret-Secret-1"))
            try await users.setAdministrator(id: user.id, true)
            #expect(try await sessions.find(token)?.user.isAdministrator == true, "rights are those of this moment")
            try await users.setAdministrator(id: user.id, false)
            #expect(try await sessions.find(token)?.user.isAdministrator == false)
            try await users.changePassword(id: user.id, to: Password("Another-Horse-8"))
            #expect(try await sessions.find(token) == nil, "a new password ends it")
            token = try await begin(registry, users.find(named: "ada"))
            let current = try #require(try await sessions.find(token))
            try await sessions.end(current.session)
            #expect(try await sessions.find(token) == nil, "signing out ends it")
            token = try await begin(registry, current.user)
            #expect(try await sessions.find(token) != nil)
            try await users.delete(id: user.id)
            #expect(try await sessions.find(token) == nil, "it goes with the user")
        }
    }

    /// A session that was begun while the password changed is that of the old one.
    @Test(arguments: DatabaseKind.allCases)
    func aSignInWithTheOldPasswordIsTooLate(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let old = try await registry.makeUser("ada")
            try await registry.users.changePassword(id: old.id, to: Password("Another-Horse-8"))
            let token = try await begin(registry, old)
            #expect(try await registry.sessions.find(token) == nil)
        }
    }

    @Test func otherNodesHearOfTheEnd() async throws {
        try await RegistryFixture.with(.postgresql) { here in
            try await here.withAnotherNode { there in
                for node in [here, there] { try await node.changes.poll() }
                let user = try await here.makeUser("ada")
                let token = try await begin(here, user)
                #expect(try await there.sessions.find(token)?.user.id == user.id, "any node serves it")
                let current = try #require(try await here.sessions.find(token))
                try await here.sessions.end(current.session)
                try await there.changes.poll()
                #expect(try await there.sessions.find(token) == nil)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func usersSeeAndEndTheirOwn(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let sessions = registry.sessions
            let (ada, bob) = (try await registry.makeUser("ada"), try await registry.makeUser("bob"))
            let (first, second) = (try await begin(registry, ada), try await begin(registry, ada))
            let others = try await begin(registry, bob)
            let listed = try await sessions.list(of: ada)
            #expect(listed.count == 2 && Set(listed.map(\.userID)) == [ada.id])
            let identifier = try #require(try await sessions.find(first)?.session.shortIdentifier)
            #expect(try await !sessions.end(shortIdentifier: identifier, of: bob), "another's isn't found")
            #expect(try await sessions.end(shortIdentifier: identifier, of: ada))
            #expect(try await !sessions.end(shortIdentifier: identifier, of: ada))
            #expect(try await sessions.find(first) == nil)
            for kept in [second, others] { #expect(try await sessions.find(kept) != nil) }
            for hostile in ["", "%", "a\u{0}b", String(repeating: "x", count: 10_000), "' OR 1=1 --xxxxx"] {
                #expect(try await !sessions.end(shortIdentifier: hostile, of: ada))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theExpiredAndTheSurplusAreRemoved(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let user = try await registry.makeUser("ada")
            let oldest = try await begin(registry, user)
            registry.clock.advance(bySeconds: 1)
            for _ in 0..<100 { _ = try await begin(registry, user) }
            #expect(try await registry.sessions.list(of: user).count == 100, "a user has at most a hundred")
            #expect(try await registry.sessions.find(oldest) == nil)
            #expect(try await registry.sessions.removeExpired() == 0)
            registry.clock.advance(bySeconds: 3601)
            let kept = try await begin(registry, user)
            #expect(try await registry.sessions.removeExpired() == 99)
            #expect(try await registry.sessions.find(kept) != nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatBrowsersSayIsBounded(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let user = try await registry.makeUser("ada")
            let token = try await registry.sessions.begin(
                for: user, address: "192.0.2.1\u{0}\n", userAgent: String(repeating: "x\u{0}é", count: 10_000))
            let session = try await registry.sessions.find(token)?.session
            #expect(session?.address == "192.0.2.1" && session?.userAgent == String(repeating: "x", count: 255))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func allNodesShareTheKeys(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let database = registry.database
            let codes = try await concurrently(4) { _ in
                try await SharedKeys(database: database).key(for: .forgery).code(for: "x")
            }
            #expect(Set(codes).count == 1)
            let other = try await SharedKeys(database: database).key(for: .secrets).code(for: "x")
            #expect(other != codes[0], "each purpose has a key of its own")
        }
    }
}
