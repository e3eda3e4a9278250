import Identity
import NIOPosix
import RegistryTesting
import SQL
import Testing

@Suite struct AuthenticationTests {
    private typealias Refusal = AuthenticationService.Refusal

    private func service(_ registry: RegistryFixture) async throws -> AuthenticationService {
        try AuthenticationService(
            database: registry.database, hashing: registry.passwords, accounts: registry.accounts)
    }

    @Test(arguments: DatabaseKind.allCases)
    func thePasswordOfThisMomentCounts(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let service = try await service(registry)
            let (old, new) = (RegistryFixture.password, "Another-Horse-8")
            try await registry.makeUser("admin", isAdministrator: true)
            let user = try await registry.makeUser("dev")
            // The second time it is remembered.
            for _ in 0..<2 {
                #expect(try await service.authenticate(username: "dev", password: old, address: "1").id == user.id)
            }
            try await registry.users.changePassword(of: "dev", to: Password(new))
            await #expect(throws: Refusal.wrongCredentials) {
                try await service.authenticate(username: "dev", password: old, address: "2")
            }
            #expect(try await service.authenticate(username: "dev", password: new, address: "3").passwordVersion == 2)
            try await registry.users.delete(named: "dev")
            await #expect(throws: Refusal.wrongCredentials) {
                try await service.authenticate(username: "dev", password: new, address: "4")
            }
        }
    }

    @Test(arguments: [
        ("dev", "", "an empty password"), ("dev", "correct-horse-7", "letters of another case"),
        ("dev", RegistryFixture.password + "\u{0}", "a NUL behind it"), ("", RegistryFixture.password, "no name"),
        ("DEV", RegistryFixture.password, "another name"), ("dev#1", "", "a deleted user's name"),
        ("de", "v" + RegistryFixture.password, "the border between name and password elsewhere"),
        ("dev", String(repeating: "x", count: 1 << 20), "a megabyte"),
        (String(repeating: "x", count: 1 << 20), "x", "a megabyte of name"),
    ])
    func wrongCredentials(_ username: String, _ password: String, reason: String) async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await registry.makeUser("dev")
            let service = try await service(registry)
            _ = try await service.authenticate(username: "dev", password: RegistryFixture.password, address: "1")
            await #expect(throws: Refusal.wrongCredentials, "\(reason)") {
                try await service.authenticate(username: username, password: password, address: "2")
            }
        }
    }

    @Test func guessingIsSlowedDownForItsAddressOnly() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let service = try await service(registry)
            // On a busy machine the first block of a second may pass between two calls: then another user's turn comes.
            var slowedDown: String?
            for number in 0..<20 where slowedDown == nil {
                let name = "dev\(number)"
                try await registry.makeUser(name)
                for _ in 0..<5 {
                    _ = try? await service.authenticate(username: name, password: "wrong", address: "1.1.1.1")
                }
                do {
                    _ = try await service.authenticate(
                        username: name, password: RegistryFixture.password, address: "1.1.1.1")
                } catch Refusal.slowedDown { slowedDown = name }
            }
            let name = try #require(slowedDown, "after five failures the right password is not looked at either")
            _ = try await service.authenticate(
                username: name, password: RegistryFixture.password, address: "2.2.2.2")
        }
    }

    @Test func onlySoManyHashesWait() async throws {
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let hashing = PasswordHashing(threads: threads, waitingLimit: 2)
        let (isOccupied, areRefused) = (Gate(), Gate())
        // Nothing is hashed until those are refused for whom there is no room.
        async let occupation: Void = threads.runIfActive {
            isOccupied.open()
            try areRefused.blockUntilOpen()
        }
        try await isOccupied.untilOpen()
        let refusals = Recording<Void>()
        let outcomes = try await concurrently(8) { _ in
            do {
                _ = try await hashing.hash(Password(RegistryFixture.password))
                return true
            } catch is PasswordHashing.Busy {
                refusals.append(())
                if refusals.elements.count == 6 { areRefused.open() }
                return false
            }
        }
        #expect(outcomes.filter { $0 }.count == 2)
        try await occupation
        try await threads.shutdownGracefully()
    }
}
