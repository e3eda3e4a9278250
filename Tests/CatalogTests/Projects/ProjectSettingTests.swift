import Catalog
import RegistryTesting
import Testing

/// What projects can be told.
@Suite struct ProjectSettingTests {
    @Test func metadataIsChecked() throws {
        let cases: [(key: ProjectMetadata.Key, value: String, isRight: Bool, reason: String)] = [
            (.isPublic, "true", true, "the two truth values"),
            (.isPublic, "True", false, "in lower case only"),
            (.isPublic, "", false, "nothing is no value"),
            (.severity, "critical", true, "a level"),
            (.severity, "negligible", false, "an unknown level"),
            (.proxySpeed, "-1", true, "no limit"),
            (.proxySpeed, "-2", false, "less than no limit"),
            (.proxySpeed, "99999999999", false, "too large"),
            (.proxyFilterKind, "regex", true, "a kind of pattern"),
            (.proxyFilterKind, "glob", false, "an unknown kind"),
            (.proxyFilterPattern, "a/\u{0}", false, "control characters"),
            (.proxyFilterPattern, String(repeating: "a", count: 1025), false, "too long"),
            (.retentionID, "1", false, "the registry's own"),
        ]
        for (key, value, isRight, reason) in cases {
            var metadata = ProjectMetadata()
            if isRight {
                try metadata.set(key, to: value)
                #expect(metadata[key] == value, "\(reason)")
            } else {
                #expect(throws: ProjectMetadata.Failure.self, "\(reason)") { try metadata.set(key, to: value) }
            }
        }
        #expect(throws: ProjectMetadata.Failure.unknownKey("colour")) { try ProjectMetadata.key("colour") }
    }

    @Test func allowlistsAreChecked() throws {
        let cases: [(items: [String], expiry: Int64?, failure: CVEAllowlistContent.Failure)] = [
            (["CVE-1", "CVE-1"], nil, .twice("CVE-1")),
            (["CVE 1"], nil, .malformed("CVE 1")),
            ([""], nil, .malformed("")),
            (["é"], nil, .malformed("é")),
            ([String(repeating: "1", count: 65)], nil, .malformed(String(repeating: "1", count: 65))),
            ((0...5000).map { "CVE-\($0)" }, nil, .tooMany),
            (["CVE-1"], -1, .invalidExpiry),
            (["CVE-1"], .max, .invalidExpiry),
        ]
        for (items, expiry, failure) in cases {
            #expect(throws: failure) { try CVEAllowlistContent(items: items, expiresAt: expiry) }
        }
        #expect(try CVEAllowlistContent(items: [], expiresAt: nil) == .empty)
    }

    @Test(arguments: DatabaseKind.allCases)
    func theRegistryHasAListOfItsOwn(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let allowlists = CVEAllowlistService(database: registry.database, clock: registry.clock.wallClock)
            let before = try await allowlists.list()
            #expect(before.content == .empty && before.projectID == nil && before.createdAt == nil)
            let content = try CVEAllowlistContent(items: ["GHSA-1", "CVE-2"], expiresAt: 2_000_000_000)
            try await allowlists.replace(with: content)
            let after = try await allowlists.list()
            #expect(after.content == content && after.createdAt == registry.clock.now)
            try await allowlists.replace(with: .empty)
            #expect(try await allowlists.list().content == .empty)
        }
    }
}
