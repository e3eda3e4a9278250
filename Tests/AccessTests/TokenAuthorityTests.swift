import Access
import Cryptography
import RegistryTesting
import SQL
import Testing
import Time

@Suite struct TokenAuthorityTests {
    private static func token(at now: Int64, actions: [String] = ["pull"]) -> RegistryToken {
        RegistryToken(
            principal: .robot(Robot(id: 7, name: "robot$dev", projectID: nil, secretVersion: 3, grants: RobotGrants())),
            access: [.init(type: "repository", name: "team/app", actions: actions, project: 5)], issuedAt: now,
            lifetime: 600, identifier: "1f")
    }

    @Test(arguments: DatabaseKind.allCases)
    func nodesShareTheFirstKey(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let clock = registry.clock.wallClock
            let database = registry.database
            let authorities = try await concurrently(4) { _ in
                try await TokenAuthority(database: database, clock: clock)
            }
            let token = Self.token(at: clock.now.seconds)
            for signer in authorities {
                #expect(signer.publicKeys.map(\.id) == authorities[0].publicKeys.map(\.id))
                let text = try await signer.sign(token)
                for verifier in authorities { #expect(await verifier.verify(text) == token) }
            }
            #expect(authorities[0].publicKeys.count == 1)
        }
    }

    @Test func timesAreLookedAtOnEveryUse() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let authority = try await TokenAuthority(database: registry.database, clock: registry.clock.wallClock)
            let text = try await authority.sign(Self.token(at: registry.clock.now.seconds))
            #expect(await authority.verify(text) != nil)
            // 600 seconds, and 60 by which clocks may differ.
            registry.clock.advance(bySeconds: 659)
            #expect(await authority.verify(text) != nil)
            registry.clock.advance(bySeconds: 1)
            #expect(await authority.verify(text) == nil, "it was remembered as verified")
            let future = try await authority.sign(Self.token(at: registry.clock.now.seconds + 61))
            #expect(await authority.verify(future) == nil, "it doesn't hold yet")
            registry.clock.advance(bySeconds: 1)
            #expect(await authority.verify(future) != nil)
        }
    }

    @Test func tokensForOthersAreRefused() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let clock = registry.clock.wallClock
            let authority = try await TokenAuthority(database: registry.database, clock: clock)
            let good = Self.token(at: clock.now.seconds)
            var otherAudience = good
            otherAudience.aud = "another-registry"
            var otherIssuer = good
            otherIssuer.iss = "somebody"
            #expect(await authority.verify(try await authority.sign(otherAudience)) == nil)
            #expect(await authority.verify(try await authority.sign(otherIssuer)) == nil)
            try await RegistryFixture.with(.sqlite) { stranger in
                let foreign = try await TokenAuthority(database: stranger.database, clock: clock)
                #expect(await authority.verify(try await foreign.sign(good)) == nil, "signed with another key")
            }
        }
    }

    @Test func otherAlgorithmsAreRefused() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let clock = registry.clock.wallClock
            let authority = try await TokenAuthority(database: registry.database, clock: clock)
            let text = try await authority.sign(Self.token(at: clock.now.seconds))
            let parts = text.split(separator: ".").map(String.init)
            let id = authority.publicKeys[0].id
            for algorithm in ["none", "None", "HS256", "RS256", "ES384"] {
                let header = Base64URL.encode(Array(#"{"alg":"\#(algorithm)","typ":"JWT","kid":"\#(id)"}"#.utf8))
                let input = "\(header).\(parts[1])"
                // The confusion of keys: the public key's text as the secret of a keyed hash.
                let keyed = KeyedHash(key: Array(authority.publicKeys[0].x.utf8)).code(for: Array(input.utf8))
                for signature in ["", parts[2], Base64URL.encode(keyed)] {
                    #expect(await authority.verify("\(input).\(signature)") == nil, "\(algorithm)")
                }
            }
        }
    }

    @Test func tamperedTokensNeverVerify() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let clock = registry.clock.wallClock
            let authority = try await TokenAuthority(database: registry.database, clock: clock)
            let text = try await authority.sign(Self.token(at: clock.now.seconds))
            let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= \u{0}".utf8)
            var generator = SeededGenerator(for: "tampered tokens")
            for _ in 0..<1500 {
                var bytes = Array(text.utf8)
                for _ in 0...generator.index(below: 3) {
                    let place = generator.index(below: bytes.count)
                    switch generator.index(below: 4) {
                    case 0 where bytes.count > 1: bytes.remove(at: place)
                    case 1: bytes.insert(letters[generator.index(below: letters.count)], at: place)
                    case 2: bytes = Array(bytes[..<max(1, place)])
                    default: bytes[place] = letters[generator.index(below: letters.count)]
                    }
                }
                let tampered = String(decoding: bytes, as: UTF8.self)
                if Self.saysTheSame(tampered, text) { continue }
                #expect(await authority.verify(tampered) == nil, "\(tampered)")
            }
            #expect(await authority.verify(String(repeating: "a", count: 1 << 20)) == nil)
        }
    }

    /// Whether both texts are the same header, payload and signature: base64url has unused bits at an end.
    private static func saysTheSame(_ left: String, _ right: String) -> Bool {
        let decoded = [left, right].map { text in
            text.split(separator: ".", omittingEmptySubsequences: false).map { part -> [UInt8] in
                Self.lenientlyDecoded(part)
            }
        }
        return decoded[0] == decoded[1]
    }

    private static func lenientlyDecoded(_ text: Substring) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let values = text.utf8.compactMap { alphabet.firstIndex(of: $0) }
        return stride(from: 0, to: values.count, by: 4).flatMap { start -> [UInt8] in
            let group = values[start..<min(start + 4, values.count)]
            let bits = group.reduce(0) { $0 << 6 | $1 } << (6 * (4 - group.count))
            return [bits >> 16, bits >> 8, bits].prefix(group.count - 1).map { UInt8(truncatingIfNeeded: $0) }
        }
    }

    @Test(arguments: [
        ("pull", "repository", "team/app", Int64?(5), true, "what was granted"),
        ("pull", "repository", "team/app", nil, true, "the project doesn't matter to the caller"),
        ("push", "repository", "team/app", 5, false, "another action"),
        ("pull", "repository", "team/app2", 5, false, "another repository"),
        ("pull", "repository", "team", 5, false, "a prefix of the name"),
        ("pull", "registry", "team/app", 5, false, "another type"),
        ("pull", "repository", "team/app", 6, false, "a project that was made again under the name"),
    ])
    func grants(
        _ action: String, _ type: String, _ name: String, _ project: Int64?, _ isGranted: Bool, reason: String
    ) {
        #expect(Self.token(at: 0).grants(action, type: type, name: name, project: project) == isGranted, "\(reason)")
    }

    @Test func aStarGrantsEveryAction() {
        let token = Self.token(at: 0, actions: ["*"])
        #expect(token.grants("delete", type: "repository", name: "team/app", project: 5))
    }
}
