import Access
import Catalog
import Identity
import RegistryTesting
import Testing

/// How robots are recognised, and how guessing their secrets is slowed down.
@Suite struct RobotSignInTests {
    private enum Outcome: Equatable {
        case signedIn(String)
        case wrong
        case slowedDown
    }

    private func attempt(
        _ name: String, _ secret: String, from address: String, _ registry: RegistryFixture
    ) async throws -> Outcome {
        do {
            return .signedIn(
                try await registry.signIn.signIn(username: name, password: secret, address: address).name)
        } catch AuthenticationService.Refusal.wrongCredentials {
            return .wrong
        } catch AuthenticationService.Refusal.slowedDown { return .slowedDown }
    }

    @Test(arguments: DatabaseKind.allCases)
    func guessingIsSlowedDown(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeProject("team")
            let permissions = [try RobotPermission(place: .project("team"), permissions: [.repositoryPull])]
            let (robot, secret) = try await registry.makeRobot("ci", in: "team", permissions)
            let (home, elsewhere) = ("192.0.2.7", "198.51.100.1")
            for address in [home, elsewhere] {
                var outcomes: [Outcome] = []
                while outcomes.last != .slowedDown, outcomes.count < 20 {
                    outcomes.append(try await attempt(robot.name, "Wrong-secret-1", from: address, registry))
                }
                #expect(outcomes.dropLast().allSatisfy { $0 == .wrong } && outcomes.last == .slowedDown)
            }
            // A pause between two calls may outlast the first block of a second.
            var guess = Outcome.wrong
            for _ in 0..<10 where guess != .slowedDown {
                _ = try await attempt(robot.name, "Wrong-secret-1", from: elsewhere, registry)
                guess = try await attempt(robot.name, secret, from: elsewhere, registry)
            }
            #expect(guess == .slowedDown, "a right guess is not looked at either")
            let known = try await attempt(robot.name, secret, from: home, registry)
            #expect(known == .signedIn(robot.name), "a robot that works at an address goes on there")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func namesThatAreNoRobots(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeProject("team")
            let permissions = [try RobotPermission(place: .project("team"), permissions: [.repositoryPull])]
            let secret = try await registry.makeRobot("ci", in: "team", permissions).secret
            let names = [
                ("robot$", "only the prefix"), ("robot$team+", "no name"), ("robot$+ci", "no project"),
                ("robot$team+ci+ci", "two separators"), ("robot$TEAM+ci", "another case"), ("robot$team/ci", "a slash"),
                ("robot$team+ci\u{0}", "a NUL"), ("robot$" + String(repeating: "a", count: 5000), "too long"),
            ]
            for (number, (name, reason)) in names.enumerated() {
                let outcome = try await attempt(name, secret, from: "203.0.113.\(number)", registry)
                #expect(outcome == .wrong, "\(reason)")
            }
            let user = try await registry.makeUser("robot-maker")
            let outcome = try await attempt("robot-maker", RegistryFixture.password, from: "203.0.113.99", registry)
            #expect(outcome == .signedIn(user.username), "users are recognised beside robots")
        }
    }
}
