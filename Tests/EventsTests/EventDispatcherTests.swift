import Events
import Logging
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct EventDispatcherTests {
    private func write(_ count: Int, _ registry: RegistryFixture) async throws {
        try await registry.database.write { connection in
            let events = (0..<count).map { number in
                NewEvent(
                    .quotaWarning, projectID: 1, operatorName: "user \(number)", occurredAt: registry.clock.now,
                    content: EventContent(attributes: ["n": .integer(Int64(number))]))
            }
            try EventStore.insert(events, on: connection)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func severalDispatchersTellEachEventOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await write(350, registry)
            let consumer = CollectingConsumer()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let dispatcher = EventDispatcher.collecting(consumer, registry)
                        while try await registry.number("SELECT count(*) FROM event") > 0 {
                            try await dispatcher.dispatch()
                        }
                    }
                }
                try await group.waitForAll()
            }
            // What was received in a transaction that was undone may have been received again; none is in the database.
            let numbers = consumer.events.compactMap { $0.content.attributes["n"]?.integer }
            #expect(Set(numbers) == Set(0..<350))
            #expect(numbers.count == 350)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func oneThatCannotBeTakenIsGivenUpAndHoldsUpNoOther(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await write(5, registry)
            let third = Int64(try await registry.number("SELECT id FROM event ORDER BY id LIMIT 1 OFFSET 2"))
            let consumer = CollectingConsumer()
            consumer.fail(with: [third])
            let dispatcher = EventDispatcher.collecting(consumer, registry)
            #expect(try await dispatcher.dispatch() == 4)
            #expect(consumer.events.map(\.operatorName) == ["user 0", "user 1", "user 3", "user 4"])
            for _ in 0..<8 { try await dispatcher.dispatch() }
            #expect(try await registry.number("SELECT count(*) FROM event") == 1, "it waits")
            try await dispatcher.dispatch()
            #expect(try await registry.number("SELECT count(*) FROM event") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatHindersAllCountsAgainstFew(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await write(5, registry)
            let consumer = CollectingConsumer()
            let rows = try await registry.database.read { try $0.query("SELECT id FROM event") }
            consumer.fail(with: Set(try rows.map { try $0.int64("id") }))
            let dispatcher = EventDispatcher.collecting(consumer, registry)
            for _ in 0..<10 { try await dispatcher.dispatch() }
            consumer.fail(with: [])
            #expect(try await dispatcher.dispatch() == 3, "two were given up")
            #expect(try await registry.number("SELECT count(*) FROM event") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatAConsumerLeavesComesWithTheNextBatch(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await write(5, registry)
            let consumer = CollectingConsumer()
            consumer.take(atMost: 2)
            let dispatcher = EventDispatcher.collecting(consumer, registry)
            #expect(try await dispatcher.dispatch() == 2)
            #expect(try await registry.number("SELECT count(*) FROM event") == 3)
            while try await dispatcher.dispatch() > 0 {}
            #expect(consumer.events.map(\.operatorName) == (0..<5).map { "user \($0)" })
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func consumersThatTakeDifferentNumbersGetOneAtATime(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await write(5, registry)
            let (all, some) = (CollectingConsumer(), CollectingConsumer())
            some.take(atMost: 2)
            let dispatcher = EventDispatcher(
                database: registry.database, changes: registry.changes, consumers: [some, all],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            #expect(try await dispatcher.dispatch() == 5)
            #expect(some.events.suffix(5).map(\.operatorName) == (0..<5).map { "user \($0)" })
            #expect(all.events.suffix(5).map(\.operatorName) == (0..<5).map { "user \($0)" })
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func unreadableOnesAreDropped(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await write(2, registry)
            try await registry.database.write {
                try $0.execute("UPDATE event SET content = '[' WHERE operator = 'user 0'")
            }
            let consumer = CollectingConsumer()
            #expect(try await EventDispatcher.collecting(consumer, registry).dispatch() == 2)
            #expect(consumer.events.map(\.operatorName) == ["user 1"])
        }
    }
}
