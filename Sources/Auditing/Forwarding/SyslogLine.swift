import Time

/// An audit record as a line of syslog (RFC 5424): facility 13 (log audit), severity 6 (informational).
enum SyslogLine {
    /// The line with its line feed.
    static func text(_ record: AuditRecord) -> String {
        let parameters = [
            ("operator", record.username), ("operation", record.operation), ("resourceType", record.resourceType),
            ("resource", record.resource), ("success", record.isSuccess ? "true" : "false"),
        ]
        let data = parameters.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: " ")
        return "<110>1 \(record.time.internetText) - haven - audit [audit@32473 \(data)] \(record.description)\n"
    }

    /// The three characters that end a value are escaped (section 6.3.3).
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" || scalar == "]" { escaped.append("\\") }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
