import FoundationEssentials
import PostgreSQL
import SQL

/// The PostgreSQL server of this run of the tests: makes databases by copying migrated templates.
actor PostgreSQLTestServer {
    /// What is missing when the tests have no server.
    struct MissingServer: Error, CustomStringConvertible {
        let description = """
            HAVEN_TEST_POSTGRESQL_URL names no PostgreSQL server: run `make test`, or set it to what \
            `scripts/postgresql-for-tests.sh start` prints
            """
    }

    private static let databaseLimit = 4
    // One for the process: the limit and the templates are the server's, whichever test asks.
    private static let shared = Task { try await PostgreSQLTestServer() }

    private let url: String
    private let administration: PostgreSQLDatabase
    private var templates: [String: Task<String, any Error>] = [:]
    private var databaseCount = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    static func connected() async throws -> PostgreSQLTestServer {
        try await shared.value
    }

    private init() async throws {
        guard let url = ProcessInfo.processInfo.environment["HAVEN_TEST_POSTGRESQL_URL"], !url.isEmpty else {
            throw MissingServer()
        }
        self.url = url
        administration = try await PostgreSQLDatabase(
            connectionString: Self.patient(url), maximumConnections: 2, patience: .seconds(300),
            statementTimeout: .seconds(300))
    }

    /// The URL with a minute for a connection to be made: statements outside transactions aren't tried again.
    private static func patient(_ url: String) -> String {
        guard var components = URLComponents(string: url) else { return url }
        let items = components.queryItems ?? []
        components.queryItems = items + [URLQueryItem(name: "connect_timeout", value: "60")]
        return components.string ?? url
    }

    /// Makes a database that has the migrations, when there are fewer than four.
    func makeDatabase(migrations: [Migration]) async throws -> DatabaseLocation {
        await takePlace()
        do {
            return try await makeDatabase(template: template(for: migrations))
        } catch {
            givePlace()
            throw error
        }
    }

    /// Removes a database, even if somebody is still connected to it.
    func remove(_ location: DatabaseLocation) async {
        try? await drop(location)
        givePlace()
    }

    private func drop(_ location: DatabaseLocation) async throws {
        let statement = SQL(stringLiteral: "DROP DATABASE \(Self.name(of: location)) WITH (FORCE)")
        try await administration.runOutsideTransaction(statement)
    }

    private func takePlace() async {
        if databaseCount < Self.databaseLimit {
            databaseCount += 1
        } else {
            // The place is handed over.
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func givePlace() {
        if waiting.isEmpty { databaseCount -= 1 } else { waiting.removeFirst().resume() }
    }

    private func template(for migrations: [Migration]) async throws -> String {
        guard !migrations.isEmpty else { return "template1" }
        let content = migrations.map { ($0.identifier, $0.statements(for: .postgresql)) }
        let name = "haven_template_" + Self.fingerprint(of: String(describing: content))
        let template = templates[name] ?? Task { try await makeTemplate(name, migrations: migrations) }
        templates[name] = template
        return try await template.value
    }

    /// Makes a template that outlives this run of the tests; an earlier one of the same content is used again.
    private func makeTemplate(_ name: String, migrations: [Migration]) async throws -> String {
        let existing = try await administration.read { connection in
            try connection.query("SELECT datname FROM pg_database WHERE datname = \(name)")
        }
        guard existing.isEmpty else { return name }
        let location = try await makeDatabase(template: "template1")
        try await location.withDatabase { _ = try await Migrator(migrations).migrate($0) }
        // Only a finished template has the name. Another run may have been faster: then its template serves as well.
        let rename = SQL(stringLiteral: "ALTER DATABASE \(Self.name(of: location)) RENAME TO \(name)")
        do {
            try await administration.runOutsideTransaction(rename)
        } catch {
            try await drop(location)
        }
        return name
    }

    /// FNV-1a, 64 bits.
    private static func fingerprint(of text: String) -> String {
        let hash = text.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return String(hash, radix: 16)
    }

    private func makeDatabase(template: String) async throws -> DatabaseLocation {
        let name = "haven_test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let statement = SQL(stringLiteral: "CREATE DATABASE \(name) TEMPLATE \(template)")
        try await administration.runOutsideTransaction(statement)
        guard var components = URLComponents(string: url) else { throw MissingServer() }
        components.path = "/" + name
        guard let address = components.string else { throw MissingServer() }
        return DatabaseLocation(kind: .postgresql, address: address)
    }

    private static func name(of location: DatabaseLocation) -> String {
        String(location.address.split(separator: "?")[0].split(separator: "/").last ?? "")
    }
}
