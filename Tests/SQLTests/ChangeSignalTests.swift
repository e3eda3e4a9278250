import RegistryTesting
import SQL
import Testing
import Time

/// News of changes, in one process and between the nodes of a cluster.
@Suite struct ChangeSignalTests {
    private func signal(
        _ database: any Database, staleAfter: Duration = .seconds(3600)
    ) -> (ChangeSignal, Recording<ChangeTopic>) {
        let signal = ChangeSignal(database: database, clock: .system, staleAfter: staleAfter)
        let heard = Recording<ChangeTopic>()
        signal.subscribe { heard.append($0) }
        return (signal, heard)
    }

    @Test(arguments: DatabaseKind.allCases)
    func thisProcessHearsAtOnce(_ kind: DatabaseKind) async throws {
        try await TemporaryDatabase.with(kind, migrations: ChangeSignal.migrations) { database in
            let (signal, heard) = signal(database)
            try await signal.write(changing: [.account(7), .project("team")]) { _ in }
            #expect(heard.elements == [.account(7), .project("team")])
            await #expect(throws: DatabaseError.self) {
                try await signal.write(changing: [.everything]) { try $0.execute("INSERT INTO nowhere VALUES (1)") }
            }
            #expect(heard.elements.count == 2, "nothing has changed")
        }
    }

    @Test func anotherNodeHearsWhenItPolls() async throws {
        try await TemporaryDatabase.withLocation(.postgresql, migrations: ChangeSignal.migrations) { location in
            try await location.withDatabase { here in
                try await location.withDatabase { there in
                    let (writer, _) = signal(here)
                    let (reader, heard) = signal(there)
                    try await writer.write(changing: [.account(1)]) { _ in }
                    try await reader.poll()
                    #expect(
                        heard.elements == [.everything], "what came before the first reading may have touched anything")
                    try await writer.write(changing: [.account(2), .project("a:b")]) { _ in }
                    try await reader.poll()
                    #expect(Set(heard.elements.dropFirst()).isSuperset(of: [.account(2), .project("a:b")]))
                }
            }
        }
    }

    /// Numbers are given before they are committed: a lower one may appear after a higher was read.
    @Test(arguments: [true, false]) func noChangeIsLostThatCommitsLate(_ isFirstPoll: Bool) async throws {
        try await TemporaryDatabase.withLocation(.postgresql, migrations: ChangeSignal.migrations) { location in
            try await location.withDatabase { here in
                try await location.withDatabase { there in
                    let (writer, _) = signal(here)
                    let (reader, heard) = signal(there)
                    if !isFirstPoll { try await reader.poll() }
                    let (hasNumber, mayCommit) = (Gate(), Gate())
                    async let late: Void = here.write { connection in
                        try connection.execute("INSERT INTO change (topic, created_at) VALUES ('account:1', 0)")
                        hasNumber.open()
                        try mayCommit.blockUntilOpen()
                    }
                    try await hasNumber.untilOpen()
                    try await writer.write(changing: [.account(2)]) { _ in }
                    try await reader.poll()
                    #expect(!heard.elements.contains(.account(1)))
                    mayCommit.open()
                    try await late
                    try await reader.poll()
                    #expect(heard.elements.contains(.account(1)))
                }
            }
        }
    }

    /// Who can't read the news uses nothing that it remembers, and forgets all of it when it can again.
    @Test(arguments: [(DatabaseKind.sqlite, 1), (.postgresql, 2)])
    func whoIsStaleRemembersNothing(_ kind: DatabaseKind, _ expected: Int) async throws {
        try await TemporaryDatabase.with(kind, migrations: ChangeSignal.migrations) { database in
            let (signal, heard) = signal(database, staleAfter: .zero)
            let cache = ChangeAwareCache<String, Int>(capacity: 4, changes: signal) { _ in .none }
            let reads = Recording<Void>()
            for _ in 0..<2 {
                _ = try await cache.value(for: "a") {
                    reads.append(())
                    return 1
                }
            }
            #expect(reads.elements.count == expected)
            for _ in 0..<2 { try await signal.poll() }
            #expect(heard.elements == (kind == .sqlite ? [] : [.everything, .everything]))
        }
    }

    @Test func aTopicOfANewerVersionCountsAsEverything() async throws {
        try await TemporaryDatabase.with(.postgresql, migrations: ChangeSignal.migrations) { database in
            let (signal, heard) = signal(database)
            try await signal.poll()
            try await database.write { connection in
                try connection.execute("INSERT INTO change (topic, created_at) VALUES ('quota:1', 0), ('account:x', 0)")
            }
            try await signal.poll()
            #expect(heard.elements == [.everything, .everything, .everything])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aCacheForgetsWhatChanges(_ kind: DatabaseKind) async throws {
        try await TemporaryDatabase.with(kind, migrations: ChangeSignal.migrations) { database in
            let (signal, _) = signal(database)
            let cache = ChangeAwareCache<String, Int>(capacity: 4, changes: signal) { topic in
                if case .project(let name) = topic { .key(name) } else { .none }
            }
            let reads = Recording<String>()
            func read(_ name: String, beside change: () async throws -> Void = {}) async throws -> Int? {
                try await cache.value(for: name) {
                    reads.append(name)
                    try await change()
                    return reads.elements.count
                }
            }
            #expect(try await read("a") == 1)
            #expect(try await read("a") == 1, "remembered")
            try await signal.write(changing: [.project("b"), .account(1)]) { _ in }
            #expect(try await read("a") == 1, "another one's change")
            try await signal.write(changing: [.project("a")]) { _ in }
            #expect(try await read("a") == 2)
            #expect(try await read("c") { signal.announce([.project("c")]) } == 3)
            #expect(try await read("c") == 4, "what was read beside a change isn't remembered")
            for name in ["d", "e", "f", "g", "h"] { _ = try await read(name) }
            #expect(try await cache.value(for: "none", read: { nil }) == nil)
        }
    }
}
