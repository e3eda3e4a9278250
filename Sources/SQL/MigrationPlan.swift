/// Decides which migration a database needs next, from what it says was applied to it.
package struct MigrationPlan: Sendable {
    /// The migrations in the order of their identifiers.
    package let migrations: [Migration]

    /// Orders the migrations; throws if an identifier is given twice.
    package init(_ migrations: [Migration]) throws(DatabaseError) {
        self.migrations = migrations.sorted { $0.identifier < $1.identifier }
        for (earlier, later) in zip(self.migrations, self.migrations.dropFirst())
        where earlier.identifier == later.identifier {
            throw DatabaseError(kind: .other, message: "two migrations are called \(later.identifier)")
        }
    }

    /// The migrations that are still to be applied, in order.
    ///
    /// Throws if the database has a migration that this program doesn't know (a newer program has used it), or lacks
    /// one that comes before an applied one.
    package func pending(applied: [String]) throws(DatabaseError) -> [Migration] {
        let known = Set(migrations.map(\.identifier))
        if let unknown = applied.filter({ !known.contains($0) }).min() {
            throw DatabaseError(
                kind: .other,
                message: "the database has the migration \(unknown), which this version doesn't know: "
                    + "a newer version has used it; start that version, or restore a backup made before it")
        }
        let done = Set(applied)
        let pending = migrations.filter { !done.contains($0.identifier) }
        if let first = pending.first, let last = applied.max(), first.identifier < last {
            throw DatabaseError(
                kind: .other,
                message: "the migration \(first.identifier) comes before \(last), which the database already has")
        }
        return pending
    }
}
