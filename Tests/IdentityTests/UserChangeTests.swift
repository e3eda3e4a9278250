import Identity
import Listing
import RegistryTesting
import SQL
import Testing

/// Changing accounts: profile, rights, password and command-line secret.
@Suite struct UserChangeTests {
    @Test(arguments: DatabaseKind.allCases)
    func profilesChangeInParts(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let users = registry.users
            let ada = try await registry.makeUser("ada")
            try await registry.makeUser("bob")
            #expect(try await registry.accounts.user(id: ada.id)?.realName == "")
            try await users.updateProfile(id: ada.id, ProfileChange(realName: "Ada Lovelace"))
            let changed = try await registry.accounts.user(id: ada.id)
            #expect(changed?.realName == "Ada Lovelace" && changed?.email == "ada@example.com")
            await #expect(throws: AccountError.emailTaken("bob@example.com")) {
                try await users.updateProfile(id: ada.id, ProfileChange(email: "bob@example.com"))
            }
            await #expect(throws: AccountError.invalidEmail) {
                try await users.updateProfile(id: ada.id, ProfileChange(email: ""))
            }
            await #expect(throws: AccountError.unknownNumber(999)) {
                try await users.updateProfile(id: 999, ProfileChange())
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theFirstAdministratorStaysOne(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = try await registry.makeUser("admin", isAdministrator: true)
            let ada = try await registry.makeUser("ada")
            try await registry.users.setAdministrator(id: ada.id, true)
            #expect(try await registry.accounts.user(id: ada.id)?.isAdministrator == true)
            try await registry.users.setAdministrator(of: "ada", false)
            #expect(try await registry.accounts.user(id: ada.id)?.isAdministrator == false)
            try await registry.users.setAdministrator(id: admin.id, true)
            await #expect(throws: AccountError.indispensable) {
                try await registry.users.setAdministrator(id: admin.id, false)
            }
            await #expect(throws: AccountError.unknownNumber(999)) {
                try await registry.users.setAdministrator(id: 999, true)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theSecretCountsForProgramsOnly(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let service = try AuthenticationService(
                database: registry.database, hashing: registry.passwords, accounts: registry.accounts)
            let (ada, bob) = (try await registry.makeUser("ada"), try await registry.makeUser("bob"))
            try await registry.users.setCommandLineSecret(id: ada.id, to: Password("Secret-Secret-1"))
            let user = try await registry.accounts.user(id: ada.id)
            #expect(user?.hasCommandLineSecret == true && user?.passwordVersion == 2 && user?.sessionVersion == 1)
            for _ in 0..<2 {
                let found = try await service.authenticate(
                    username: "ada", password: "Secret-Secret-1", address: "1")
                #expect(found.id == ada.id)
            }
            await #expect(throws: AuthenticationService.Refusal.wrongCredentials, "remembered or not") {
                try await service.authenticate(
                    username: "ada", password: "Secret-Secret-1", address: "2", acceptsSecrets: false)
            }
            await #expect(throws: AuthenticationService.Refusal.wrongCredentials, "another's") {
                try await service.authenticate(username: bob.username, password: "Secret-Secret-1", address: "3")
            }
            let password = RegistryFixture.password
            #expect(try await service.authenticate(username: "ada", password: password, address: "4").id == ada.id)
            try await registry.users.setCommandLineSecret(id: ada.id, to: Password("Other-Secret-2"))
            await #expect(throws: AuthenticationService.Refusal.wrongCredentials, "the old one has ended") {
                try await service.authenticate(username: "ada", password: "Secret-Secret-1", address: "5")
            }
            try await registry.users.changePassword(of: "ada", to: Password("Another-Horse-8"))
            await #expect(throws: AuthenticationService.Refusal.wrongCredentials, "a new password ends it") {
                try await service.authenticate(username: "ada", password: "Other-Secret-2", address: "6")
            }
            await #expect(throws: AccountError.unknownNumber(999)) {
                try await registry.users.setCommandLineSecret(id: 999, to: nil)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func secretsAreNotStored(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let ada = try await registry.makeUser("ada")
            try await registry.users.setCommandLineSecret(id: ada.id, to: Password("Secret-Secret-1"))
            let stored = try await registry.database.read {
                try $0.query("SELECT cli_secret FROM user_account WHERE id = \(ada.id)")[0].bytes("cli_secret")
            }
            #expect(stored.count == 32)
        }
    }

    /// Of two changes at once one is told that the account is no longer what it was.
    @Test(arguments: DatabaseKind.allCases)
    func twoPasswordChangesMeet(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let ada = try await registry.makeUser("ada")
            let users = registry.users
            let outcomes = try await concurrently(4) { number in
                do {
                    try await users.changePassword(id: ada.id, to: Password("Another-Horse-\(number)"))
                    return 1
                } catch AccountError.changedMeanwhile { return 0 }
            }
            let version = try await registry.accounts.user(id: ada.id)?.passwordVersion
            #expect(outcomes.reduce(0, +) >= 1 && version == 1 + Int64(outcomes.reduce(0, +)))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func listsAreFilteredSortedAndCut(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("root", isAdministrator: true)
            for name in ["carl", "ada", "bob_1", "bobx1"] { try await registry.makeUser(name) }
            try await registry.users.delete(named: "carl")
            func names(_ query: String, sort: String = "") async throws -> [String] {
                let request = ListRequest(filters: try QueryGrammar.parse(query), sort: SortKey.parse(sort))
                let page = try await registry.users.list(request)
                #expect(page.total == Int64(page.elements.count))
                return page.elements.map(\.username)
            }
            #expect(try await names("") == ["root", "ada", "bob_1", "bobx1"], "by number, without the deleted")
            #expect(try await names("username=~BOB_") == ["bob_1"])
            #expect(try await names("email=ada@example.com") == ["ada"])
            #expect(try await names("sysadmin_flag=true") == ["root"])
            #expect(try await names("", sort: "-username") == ["root", "bobx1", "bob_1", "ada"])
            await #expect(throws: ListingError.unknownKey("password")) { _ = try await names("password=x") }
            let page = try await registry.users.list(ListRequest(page: Page(number: 2, size: 3)))
            #expect(page.total == 4 && page.elements.map(\.username) == ["bobx1"])
            let found = try await registry.users.list(ListRequest(), nameContains: "b_")
            #expect(found.elements.map(\.username) == ["bob_1"])
        }
    }

    @Test(arguments: [
        ("dev", true), ("DEV", false), ("", false), ("a\u{0}b", false), ("de%", false),
        (String(repeating: "x", count: 10_000), false),
    ])
    func existence(_ name: String, exists: Bool) async throws {
        for kind in DatabaseKind.allCases {
            try await RegistryFixture.with(kind) { registry in
                try await registry.makeUser("dev")
                #expect(try await registry.users.exists(username: name) == exists)
                #expect(try await registry.users.exists(email: name + "@example.com") == exists)
            }
        }
    }
}
