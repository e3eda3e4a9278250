import OCI
import SQL

extension JSONObject {
    /// The object as text for a column.
    var columnText: String { String(decoding: JSONValue.object(self).encoded(), as: UTF8.self) }
}

extension Row {
    /// An object that was written as `columnText`; throws `DatabaseError` of kind `decoding`.
    func jsonObject(_ column: String) throws -> JSONObject {
        guard let object = try readableObject(column) else {
            throw DatabaseError(kind: .decoding, message: "column \(column) doesn't hold a JSON object")
        }
        return object
    }

    /// As `jsonObject`; nil for what the reader refuses: not everything that can be written can be read back, such as
    /// too many combining characters in a row.
    func readableObject(_ column: String) throws -> JSONObject? {
        try? JSONValue(parsing: Array(try text(column).utf8)).object
    }

    /// A status; throws `DatabaseError` of kind `decoding`.
    func jobStatus(_ column: String) throws -> JobStatus {
        guard let status = JobStatus(rawValue: try text(column)) else {
            throw DatabaseError(kind: .decoding, message: "column \(column) doesn't hold a status")
        }
        return status
    }
}
