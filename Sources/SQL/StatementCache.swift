/// The prepared statements of one connection by their text; the least recently used one makes room.
package struct StatementCache<Statement> {
    private final class Entry {
        let statement: Statement
        var lastUse: UInt64

        init(_ statement: Statement, lastUse: UInt64) {
            self.statement = statement
            self.lastUse = lastUse
        }
    }

    /// How many statements it holds at most; 0 keeps none.
    package let capacity: Int
    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0

    /// An empty cache.
    package init(capacity: Int) {
        self.capacity = capacity
    }

    /// The number of statements held.
    package var count: Int { entries.count }

    /// The statement of this text, which is now the most recently used one.
    package mutating func statement(for text: String) -> Statement? {
        guard let entry = entries[text] else { return nil }
        uses += 1
        entry.lastUse = uses
        return entry.statement
    }

    /// Takes out the least recently used statement if there is no room for another one.
    package mutating func makeRoom() -> Statement? {
        // A search is cheaper than an ordered list: statements are made far less often than they are used.
        guard entries.count >= capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return nil
        }
        return entries.removeValue(forKey: oldest.key)?.statement
    }

    /// Holds a statement, for which there has to be room.
    package mutating func insert(_ statement: Statement, for text: String) {
        uses += 1
        entries[text] = Entry(statement, lastUse: uses)
    }

    /// Takes out every statement.
    package mutating func removeAll() -> [Statement] {
        defer { entries.removeAll() }
        return entries.values.map(\.statement)
    }
}
