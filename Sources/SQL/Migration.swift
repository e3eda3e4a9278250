/// One step of the schema, applied once to every database.
package struct Migration: Sendable {
    /// What it is known by in the database, such as `0001-identity`; migrations are applied in this order.
    package let identifier: String
    private let makeStatements: @Sendable (Dialect) -> [SQL]

    /// A step whose statements are the same on both databases.
    package init(identifier: String, statements: [SQL]) {
        self.identifier = identifier
        makeStatements = { _ in statements }
    }

    /// A step whose statements use the fragments of the dialect.
    package init(identifier: String, statements: @escaping @Sendable (Dialect) -> [SQL]) {
        self.identifier = identifier
        makeStatements = statements
    }

    /// The statements for a database of this dialect, each a single one.
    package func statements(for dialect: Dialect) -> [SQL] {
        makeStatements(dialect)
    }
}
