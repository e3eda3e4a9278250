import CPostgreSQL
import SQL

/// The SQLSTATE of an error, https://www.postgresql.org/docs/current/errcodes-appendix.html.
struct SQLState: Hashable, ExpressibleByStringLiteral {
    let code: String

    init(stringLiteral code: String) { self.code = code }

    /// The state of a result; empty if the server didn't answer.
    init(of result: OpaquePointer?) {
        let field = Int32(UInt8(ascii: "C"))  // PG_DIAG_SQLSTATE
        code = PQresultErrorField(result, field).map { String(cString: $0) } ?? ""
    }

    /// Whether a prepared statement is missing or older than the schema: another connection doesn't have it.
    var isStaleStatement: Bool { ["0A000", "26000", "42P05"].contains(self) }

    var kind: DatabaseError.Kind {
        switch code {
        case "23505": .uniqueViolation
        case "23503", "23001": .foreignKeyViolation
        case "23514", "23502": .checkViolation
        case "40001": .serializationFailure
        case "40P01": .deadlock
        case "55P03", "53300": .busy
        case "57P01", "57P02", "57P03", "25P03": .connectionLost
        case "53100": .storageFull
        case "25006": .readOnly
        case "57014": .timedOut
        case "22021", "22P05": .encoding
        default: code.hasPrefix("08") ? .connectionLost : .other
        }
    }
}

extension DatabaseError {
    /// What a result says of its failure; a missing result, or a connection that broke, is a lost connection.
    init(result: OpaquePointer?, connection: OpaquePointer?) {
        let state = SQLState(of: result)
        let text = result.map { String(cString: PQresultErrorMessage($0)) } ?? ""
        self.init(
            kind: result == nil || PQstatus(connection) == CONNECTION_BAD ? .connectionLost : state.kind,
            message: Self.line(text.isEmpty ? String(cString: PQerrorMessage(connection)) : text)
                + (state.code.isEmpty ? "" : " (SQLSTATE \(state.code))"))
    }

    /// The text on one line.
    static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}
