import Identity
import RegistryTesting
import SQL
import Testing

@Suite struct UserServiceTests {
    @Test(arguments: DatabaseKind.allCases)
    func usersAreMadeAndFound(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let made = try await registry.users.create(
                NewUser(
                    username: "Jürgen", password: RegistryFixture.password, email: "j@example.com", realName: "J",
                    comment: "c", isAdministrator: true))
            #expect(made.isAdministrator && made.passwordVersion == 1 && made.createdAt == registry.clock.now)
            #expect(try await registry.users.find(named: "Jürgen") == made)
            #expect(try await registry.users.find(id: made.id) == made)
            try await registry.makeUser("second")
            #expect(try await registry.users.list().map(\.username) == ["Jürgen", "second"])
            await #expect(throws: AccountError.unknown("jürgen")) { try await registry.users.find(named: "jürgen") }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func namesAndAddressesAreTakenOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("dev")
            await #expect(throws: AccountError.nameTaken("dev")) { try await registry.makeUser("dev") }
            await #expect(throws: AccountError.emailTaken("dev@example.com")) {
                try await registry.users.create(
                    NewUser(username: "other", password: RegistryFixture.password, email: "dev@example.com"))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aChangedPasswordIsAnotherVersion(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let user = try await registry.makeUser("dev")
            await #expect(throws: AccountError.passwordUnchanged) {
                try await registry.users.changePassword(of: "dev", to: Password(RegistryFixture.password))
            }
            #expect(try await registry.accounts.user(id: user.id)?.passwordVersion == 1)
            try await registry.users.changePassword(of: "dev", to: Password("Another-Horse-8"))
            #expect(try await registry.accounts.user(id: user.id)?.passwordVersion == 2, "what was remembered is gone")
            await #expect(throws: AccountError.unknown("nobody")) {
                try await registry.users.changePassword(of: "nobody", to: Password("Another-Horse-8"))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDeletedUsersNameIsFreeAgain(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("admin", isAdministrator: true)
            var numbers: Set<Int64> = []
            for _ in 0..<3 {
                let user = try await registry.makeUser("dev")
                numbers.insert(user.id)
                #expect(try await registry.accounts.user(id: user.id) != nil)
                try await registry.users.delete(named: "dev")
                #expect(try await registry.accounts.user(id: user.id) == nil)
                await #expect(throws: AccountError.unknown("dev")) { try await registry.users.delete(named: "dev") }
            }
            #expect(numbers.count == 3, "a number is never given twice")
            await #expect(throws: AccountError.indispensable) { try await registry.users.delete(named: "admin") }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func thereIsOneFirstAdministrator(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            await #expect(throws: AccountError.weakPassword) {
                _ = try await registry.users.createFirstAdministrator(password: "weak", generate: { "" })
            }
            // Several nodes that start together: one makes it, the others go on.
            let users = registry.users
            let printed = try await concurrently(4) { number in
                try await users.createFirstAdministrator(password: nil, generate: { "Made-Up-Password-\(number)" })
            }
            #expect(printed.compactMap { $0 }.count == 1)
            let made = try await registry.users.find(named: "admin")
            #expect(made.isAdministrator)
            let again = try await registry.users.createFirstAdministrator(password: "Given-One-1", generate: { "" })
            #expect(again == nil)
            await #expect(throws: AccountError.indispensable) { try await registry.users.delete(named: "admin") }
        }
    }
}
