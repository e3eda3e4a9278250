/// Lines of comma-separated values (RFC 4180) that spreadsheets show and don't calculate.
enum CSVLine {
    /// What a cell begins with that Excel, LibreOffice or Google Sheets takes for a formula; the wide ones count in
    /// Chinese and Japanese versions.
    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    private static let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n", "\u{a0}", "\u{3000}"]

    /// Appends a line with its end.
    ///
    /// Text that would be a formula gets an apostrophe in front, also behind blanks, which some programs pass over.
    static func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (number, field) in fields.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field, to: &bytes)
        }
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    private static func append(_ field: String, to bytes: inout [UInt8]) {
        let isFormula = field.unicodeScalars.first { !blanks.contains($0) }.map(formulaStarts.contains) ?? false
        let needsQuotes = isFormula || field.utf8.contains { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }
        guard needsQuotes else {
            bytes += field.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
