import CPostgreSQL
import SQL

/// The answer to a statement, freed with this object.
final class PostgreSQLResult {
    private let handle: OpaquePointer

    /// Takes over a result of libpq; throws what the server objected to.
    init(_ handle: OpaquePointer?, on connection: OpaquePointer) throws(DatabaseError) {
        let status = PQresultStatus(handle)
        guard let handle, status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
            defer { PQclear(handle) }
            throw DatabaseError(result: handle, connection: connection)
        }
        self.handle = handle
    }

    deinit {
        PQclear(handle)
    }

    /// The first word of what the server says it did, such as `COMMIT` or `UPDATE`.
    var command: String {
        String(cString: PQcmdStatus(handle)).split(separator: " ").first.map(String.init) ?? ""
    }

    /// How many rows were inserted, updated or deleted.
    var changedRows: Int {
        guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(command) else { return 0 }
        return Int(String(cString: PQcmdTuples(handle))) ?? 0
    }

    /// The rows, of binary values.
    func rows() throws(DatabaseError) -> [Row] {
        let names = (0..<PQnfields(handle)).map { column in
            PQfname(handle, column).map { String(cString: $0) } ?? ""
        }
        let columns = Columns(names)
        var rows: [Row] = []
        rows.reserveCapacity(Int(PQntuples(handle)))
        for row in 0..<PQntuples(handle) {
            var values: [SQLValue] = []
            values.reserveCapacity(names.count)
            for column in 0..<PQnfields(handle) { values.append(try value(row: row, column: column)) }
            rows.append(Row(columns: columns, values: values))
        }
        return rows
    }

    private func value(row: Int32, column: Int32) throws(DatabaseError) -> SQLValue {
        if PQgetisnull(handle, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, column), count: Int(PQgetlength(handle, row, column)))
        let type = PQftype(handle, column)
        guard let value = PostgreSQLValue.decode(bytes, type: type) else {
            throw DatabaseError(
                kind: .decoding, message: "column \(column) can't be read as its type \(type): cast it to another")
        }
        return value
    }
}
