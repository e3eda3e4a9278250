import SQL
import Testing

@Suite struct StatementCacheTests {
    @Test func theLeastRecentlyUsedOneMakesRoom() {
        var cache = StatementCache<Int>(capacity: 2)
        cache.insert(1, for: "a")
        cache.insert(2, for: "b")
        #expect(cache.statement(for: "a") == 1)
        #expect(cache.makeRoom() == 2)
        cache.insert(3, for: "c")
        #expect(cache.statement(for: "b") == nil)
        #expect(cache.statement(for: "a") == 1)
        #expect(cache.count == 2)
    }

    @Test func roomIsMadeOnlyWhenThereIsNone() {
        var cache = StatementCache<Int>(capacity: 2)
        cache.insert(1, for: "a")
        #expect(cache.makeRoom() == nil)
    }

    @Test func everyStatementCanBeTakenOut() {
        var cache = StatementCache<Int>(capacity: 4)
        cache.insert(1, for: "a")
        cache.insert(2, for: "b")
        #expect(cache.removeAll().sorted() == [1, 2])
        #expect(cache.statement(for: "a") == nil)
    }
}
