import OCI
import Time

/// The forms in which the audit log is exported.
package enum AuditExportFormat: String, Sendable, CaseIterable {
    /// Comma-separated values (RFC 4180) in UTF-8, with a line of names.
    case csv
    /// A JSON object a line, with the members that the list has.
    case ndjson

    private static let columns = [
        "id", "op_time", "username", "operation", "resource_type", "resource", "operation_description",
        "operation_result",
    ]

    /// The media type of the whole.
    package var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8; header=present"
        case .ndjson: "application/x-ndjson; charset=utf-8"
        }
    }

    /// What comes before the first record.
    package var head: [UInt8] {
        switch self {
        case .csv: Array((Self.columns.joined(separator: ",") + "\r\n").utf8)
        case .ndjson: []
        }
    }

    /// The lines of records.
    package func lines(of records: [AuditRecord]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(records.count * 256)
        for record in records {
            switch self {
            case .csv: CSVLine.append(Self.fields(of: record), to: &bytes)
            case .ndjson:
                bytes += Self.object(record)
                bytes.append(UInt8(ascii: "\n"))
            }
        }
        return bytes
    }

    private static func fields(of record: AuditRecord) -> [String] {
        [
            String(record.id), record.time.internetText, record.username, record.operation, record.resourceType,
            record.resource, record.description, record.isSuccess ? "true" : "false",
        ]
    }

    private static func object(_ record: AuditRecord) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name(columns[0])
        writer.integer(record.id)
        let texts = fields(of: record)
        for column in 1...6 {
            writer.name(columns[column])
            writer.string(texts[column])
        }
        writer.name(columns[7])
        writer.bool(record.isSuccess)
        writer.endObject()
        return writer.bytes
    }
}
