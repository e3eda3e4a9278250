import CPostgreSQL
import SQL

/// How connections to a server are made.
struct PostgreSQLSettings: Sendable {
    /// Where the server is; what it says goes before the defaults here.
    let connectionString: String
    /// Whether transactions of one connection may run on several of the server: then nothing is kept in a session.
    let isBehindTransactionPooler: Bool
    /// How long a statement may take.
    let statementTimeout: Duration

    /// Throws if the connection string is malformed. The error doesn't quote it: it may hold a password.
    init(connectionString: String, isBehindTransactionPooler: Bool, statementTimeout: Duration) throws(DatabaseError) {
        let options = PQconninfoParse(connectionString, nil)
        defer { PQconninfoFree(options) }
        guard options != nil else {
            throw DatabaseError(kind: .other, message: "the PostgreSQL connection string is malformed")
        }
        self.connectionString = connectionString
        self.isBehindTransactionPooler = isBehindTransactionPooler
        self.statementTimeout = statementTimeout
    }

    /// The parameters of libpq in order: a later one goes before an earlier one.
    private var parameters: [(name: String, value: String)] {
        let milliseconds = Int64(statementTimeout / .milliseconds(1))
        let options = "-c statement_timeout=\(milliseconds) -c idle_in_transaction_session_timeout=60000"
        return [
            ("connect_timeout", "5"),
            ("tcp_user_timeout", "10000"),
            ("keepalives_idle", "30"),
            ("keepalives_interval", "10"),
            ("keepalives_count", "3"),
            ("gssencmode", "disable"),
            ("fallback_application_name", "haven"),
            // Poolers refuse options.
            ("options", isBehindTransactionPooler ? "" : options),
            ("dbname", connectionString),
            ("client_encoding", "UTF8"),
        ]
    }

    /// Connects; the result is to be closed with `PQfinish`, whatever its status.
    func connect() -> OpaquePointer? {
        // Both lists end with a null pointer.
        let texts = parameters.map { Array($0.name.utf8CString) } + parameters.map { Array($0.value.utf8CString) }
        let count = parameters.count
        let starts = texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        return Array(texts.joined()).withUnsafeBufferPointer { buffer in
            let pointers = starts.dropLast().map { start in buffer.baseAddress.map { $0 + start } }
            return PQconnectdbParams(Array(pointers[..<count]) + [nil], Array(pointers[count...]) + [nil], 1)
        }
    }
}
