import Cryptography
import OCI
import RegistryTesting
import SQL
import SystemConfiguration
import Testing

@Suite struct ConfigurationServiceTests {
    private func object(_ text: String) throws -> JSONObject {
        try #require(try JSONValue(parsing: Array(text.utf8)).object)
    }

    @Test(arguments: DatabaseKind.allCases) func beginsWithHarborsDefaults(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let values = try await registry.configuration.values()
            #expect(values == ConfigurationValues())
            #expect(values.tokenMinutes == 30 && values.sessionMinutes == 60 && values.robotTokenDays == 30)
            #expect(values.robotNamePrefix == "robot$" && values.storagePerProject == -1 && values.isQuotaEnabled)
            #expect(!values.isReadOnly && !values.allowsSelfRegistration && values.undeleteHours == 168)
            #expect(values.projectCreationRestriction == .everyone && values.disabledAuditEvents.isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases) func changesTakeEffectHereAndOnOtherNodes(_ kind: DatabaseKind) async throws
    {
        try await RegistryFixture.with(kind) { registry in
            #expect(try await registry.configuration.values().tokenMinutes == 30, "now it is remembered")
            let keys = try await registry.configuration.update(
                object(#"{"token_expiration": 5, "read_only": true, "project_creation_restriction": "adminonly"}"#))
            #expect(keys == ["project_creation_restriction", "read_only", "token_expiration"])
            let values = try await registry.configuration.values()
            #expect(values.tokenMinutes == 5 && values.isReadOnly)
            #expect(values.projectCreationRestriction == .administratorsOnly)
            try await registry.withAnotherNode { other in
                let seen = try await other.configuration.values()
                #expect(seen == values)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases) func listsEverythingButSecrets(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.configuration.update(object(#"{"oidc_client_secret": "s3cret", "oidc_name": "x"}"#))
            let items = try await registry.configuration.items()
            let keys = items.map(\.item.key)
            #expect(keys == keys.sorted() && Set(keys).count == keys.count)
            #expect(keys.count + 3 == ConfigurationItem.all.count)
            #expect(
                !keys.contains { ["oidc_client_secret", "ldap_search_password", "uaa_client_secret"].contains($0) })
            #expect(items.first { $0.item.key == "oidc_name" }?.value == .text("x"))
            #expect(!items.contains { !$0.isEditable })
        }
    }

    @Test(arguments: DatabaseKind.allCases) func secretsAreKeptEncrypted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.configuration.update(object(#"{"oidc_client_secret": "s3cret"}"#))
            #expect(try await registry.configuration.secret("oidc_client_secret") == "s3cret")
            let kept = try await registry.database.read {
                try $0.query("SELECT value FROM configuration WHERE key = 'oidc_client_secret'")[0].text(0)
            }
            #expect(!kept.contains("s3cret") && kept.utf8.count > 20)
            let other = ConfigurationService(
                database: registry.database, changes: registry.changes, clock: registry.clock.wallClock,
                encryptionKey: try EncryptionKey(bytes: [UInt8](repeating: 6, count: EncryptionKey.length)))
            await #expect(throws: CryptographyError.notAuthentic) { try await other.secret("oidc_client_secret") }
            try await registry.configuration.update(object(#"{"oidc_client_secret": ""}"#))
            #expect(try await registry.configuration.secret("oidc_client_secret").isEmpty)
            let keyless = ConfigurationService(
                database: registry.database, changes: registry.changes, clock: registry.clock.wallClock)
            await #expect(throws: ConfigurationError.noEncryptionKey(key: "uaa_client_secret")) {
                try await keyless.update(["uaa_client_secret": "x"])
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases) func overriddenItemsStayAsTheyAre(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var overrides = ConfigurationOverrides()
            try overrides.add(["token_expiration": 7], setting: "token_lifetime_minutes", auditEvents: [])
            let service = ConfigurationService(
                database: registry.database, changes: registry.changes, clock: registry.clock.wallClock,
                overrides: overrides)
            #expect(try await service.values().tokenMinutes == 7)
            let item = try #require(try await service.items().first { $0.item.key == "token_expiration" })
            #expect(item.value == .number(7) && !item.isEditable)
            let refusal = ConfigurationError.overridden(key: "token_expiration", setting: "token_lifetime_minutes")
            await #expect(throws: refusal) {
                try await service.update(["token_expiration": 8, "read_only": true])
            }
            #expect(try await !service.values().isReadOnly, "nothing of a refused change")
            let kept = try await service.update(["token_expiration": 7, "read_only": true])
            #expect(kept == ["read_only"], "the same value is no change")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theAuditLogIsNotThrownAway(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let service = registry.configuration
            await #expect(throws: ConfigurationError.auditLogNeedsEndpoint) {
                try await service.update(["skip_audit_log_database": true])
            }
            try await service.update(["audit_log_forward_endpoint": "log.example.com:514"])
            try await service.update(["skip_audit_log_database": true])
            await #expect(throws: ConfigurationError.auditLogNeedsEndpoint) {
                try await service.update(["audit_log_forward_endpoint": ""])
            }
            try await service.update(["audit_log_forward_endpoint": "", "skip_audit_log_database": false])
            // Whichever of the two comes first, the other has to see it.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for round in 0..<20 {
                    group.addTask {
                        let isSkipping = round.isMultiple(of: 2)
                        let wanted: JSONObject =
                            isSkipping
                            ? ["skip_audit_log_database": true]
                            : ["audit_log_forward_endpoint": .string(round.isMultiple(of: 3) ? "h:1" : "")]
                        do {
                            try await service.update(wanted)
                        } catch ConfigurationError.auditLogNeedsEndpoint {}
                    }
                }
                try await group.waitForAll()
            }
            let values = try await service.values()
            #expect(!values.isAuditDatabaseSkipped || values.auditForwardEndpoint != nil)
        }
    }
}
