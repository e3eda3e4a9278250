import Testing
import Webhooks

/// Who gets a place of 32 when others don't answer.
@Suite struct DeliveryLaneTests {
    /// A lane with a clock that is moved by hand.
    private final class Scene {
        var lane = DeliveryLane(size: 32)
        var now = ContinuousClock.now

        /// Asks for a place for a target, of a server and a project of its own unless others are named.
        func enter(_ target: String, server: String? = nil, project: Int64? = nil) -> Int? {
            let party = DeliveryParty(
                target: target, server: server ?? target, projectID: project ?? Int64(target.hashValue))
            guard case .open(let place) = lane.enter(party, at: now) else { return nil }
            return place
        }

        /// Lets a target answer at once, so that it counts as prompt.
        func answer(_ target: String, server: String? = nil, project: Int64? = nil) {
            guard let place = enter(target, server: server, project: project) else { return }
            lane.leave(place, answered: true, at: now)
        }

        /// Asks for places until there is none; gives how many there were.
        func fill(_ target: String, server: String? = nil, project: Int64? = nil) -> Int {
            (0..<100).count { _ in enter(target, server: server, project: project) != nil }
        }

        func wait(_ seconds: Double) { now += .seconds(seconds) }
    }

    @Test func aPromptTargetGetsHalfOfThePlaces() {
        let scene = Scene()
        #expect(scene.fill("new") == 1, "nobody knows yet how it answers")
        scene.answer("prompt")
        #expect(scene.fill("prompt") == 16)
    }

    @Test(
        "targets that answered promptly once and then hang",
        arguments: [
            (["a", "b"], "one server", [Int64(1)], "two addresses of one server"),
            (["a", "b"], nil, [1], "two servers of one project"), (["a", "b"], nil, [1, 2], "two projects"),
            (["a", "b", "c", "d", "e", "f", "g", "h"], nil, [1, 2, 3, 4], "eight servers of four projects"),
        ] as [([String], String?, [Int64], Comment)])
    func promptThenHang(targets: [String], server: String?, projects: [Int64], reason: Comment) {
        let scene = Scene()
        for (index, name) in targets.enumerated() {
            scene.answer(name, server: server, project: projects[index % projects.count])
        }
        scene.answer("good")
        for (index, name) in targets.enumerated() {
            _ = scene.fill(name, server: server, project: projects[index % projects.count])
        }
        #expect(scene.enter("good") != nil, reason)
        #expect(scene.enter("unknown") != nil, reason)
    }

    @Test(
        "targets that nobody knows yet, and hang",
        arguments: [
            ("one server", Int64(1), 8, "of one server"), (nil, 1, 11, "of one project"),
        ] as [(String?, Int64, Int, Comment)])
    func unknown(server: String?, project: Int64, most: Int, reason: Comment) {
        let scene = Scene()
        let taken = (0..<100).count { scene.enter("bad\($0)", server: server, project: project) != nil }
        #expect(taken == most, reason)
        #expect(scene.enter("good") != nil, reason)
        #expect(server == nil || scene.enter("better", project: project) != nil, "its project has others, too")
    }

    @Test func promptTargetsHaveHalfForThemselves() {
        let scene = Scene()
        scene.answer("good")
        #expect((0..<100).count { scene.enter("bad\($0)") != nil } == 16)
        #expect(scene.enter("unknown") == nil)
        #expect(scene.fill("good") > 4)
    }

    @Test func targetsKnownToBeSlowLeavePlacesToUnknownOnes() {
        let scene = Scene()
        for number in 0..<100 {
            guard let place = scene.enter("bad\(number)") else { continue }
            scene.wait(60)
            scene.lane.leave(place, answered: false, at: scene.now)
        }
        #expect((0..<100).count { scene.enter("bad\($0)") != nil } == 8)
        #expect((0..<100).count { scene.enter("new\($0)") != nil } == 8)
    }

    @Test func aTargetIsSlowAsSoonAsADeliveryTakesLong() {
        let scene = Scene()
        scene.answer("target")
        #expect(scene.enter("target") != nil && scene.enter("target") != nil)
        scene.wait(3)
        #expect(scene.enter("target") == nil, "its first two have taken too long already")
    }

    @Test func aPlaceIsGivenBackOnce() throws {
        let scene = Scene()
        let place = try #require(scene.enter("a") as Int?)
        scene.lane.leave(place, answered: true, at: scene.now)
        scene.lane.leave(place, answered: false, at: scene.now)
        #expect(scene.fill("a") == 16, "it still counts as prompt")
    }

    @Test func thoseThatWaitComeOneBehindTheOther() {
        var lane = DeliveryLane(size: 8, perTarget: 1, pause: .seconds(1))
        let now = ContinuousClock.now
        let party = DeliveryParty(target: "a", server: "a", projectID: 1)
        let answers = (0..<4).map { _ in lane.enter(party, at: now) }
        #expect(answers == [.open(1)] + (1...3).map { .busy(.seconds($0)) })
        lane.leave(1, answered: true, at: now)
        #expect(lane.enter(party, at: now) == .busy(.seconds(2)), "it has its pause, and this one waits for that")
        #expect(lane.enter(party, at: now + .seconds(1)) == .open(2))
    }
}
