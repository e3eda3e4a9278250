import OCI
import SQL

extension JSONObject {
    /// The object as text for a column.
    var columnText: String { String(decoding: JSONValue.object(self).encoded(), as: UTF8.self) }
}

extension Row {
    /// An object that was written as `columnText`; throws `DatabaseError` of kind `decoding`.
    func jsonObject(_ column: String) throws -> JSONObject {
        guard let object = try? JSONValue(parsing: Array(text(column).utf8)).object else {
            throw DatabaseError(kind: .decoding, message: "column \(column) doesn't hold a JSON object")
        }
        return object
    }

    /// A status; throws `DatabaseError` of kind `decoding`.
    func jobStatus(_ column: String) throws -> JobStatus {
        guard let status = JobStatus(rawValue: try text(column)) else {
            throw DatabaseError(kind: .decoding, message: "column \(column) doesn't hold a status")
        }
        return status
    }
}
