import SQL
import Testing

@Suite struct BacklogTests {
    @Test func firstInFirstOut() {
        var backlog = Backlog<Int>()
        for number in 1...3 { backlog.append(number) }
        #expect(backlog.first == 1)
        #expect(backlog.popFirst() == 1)
        #expect(backlog.count == 2)
        #expect(backlog.popFirst() == 2)
        #expect(backlog.popFirst() == 3)
        #expect(backlog.popFirst() == nil)
        #expect(backlog.first == nil)
    }

    @Test func oneIsTakenOutOfTheMiddle() {
        var backlog = Backlog<Int>()
        for number in 1...4 { backlog.append(number) }
        _ = backlog.popFirst()
        #expect(backlog.remove { $0 == 3 } == 3)
        #expect(backlog.remove { $0 == 1 } == nil)
        #expect(backlog.popFirst() == 2)
        #expect(backlog.popFirst() == 4)
        #expect(backlog.count == 0)
    }

    @Test(arguments: [UInt64.random(in: 0 ... .max)])
    func itBehavesAsAnArray(seed: UInt64) {
        var generator = Linear(state: seed)
        var backlog = Backlog<Int>()
        var model: [Int] = []
        for step in 0..<5_000 {
            switch generator.next() >> 33 % 8 {
            // Runs of growth and of decline, so that it is compacted at different fillings.
            case 0...(step / 500 % 2 == 0 ? 5 : 2):
                backlog.append(step)
                model.append(step)
            case 7:
                let victim = model.randomElement(using: &generator)
                #expect(backlog.remove { $0 == victim } == victim)
                model.removeAll { $0 == victim }
            default: #expect(backlog.popFirst() == (model.isEmpty ? nil : model.removeFirst()))
            }
            #expect(backlog.count == model.count && backlog.first == model.first)
        }
    }
}

/// A repeatable source of numbers (Knuth's MMIX).
private struct Linear: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
