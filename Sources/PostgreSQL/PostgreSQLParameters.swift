import SQL

/// The values of a statement as libpq takes them: text, whose type the server infers, and byte strings as they are.
struct PostgreSQLParameters {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) throws(DatabaseError) {
        bytes.reserveCapacity(values.reduce(0) { $0 + Self.size(of: $1) })
        offsets.reserveCapacity(values.count)
        for value in values {
            switch value {
            case .null: append([UInt8]?.none, isBinary: false)
            case .integer(let integer): append(String(integer).utf8, isBinary: false)
            case .real(let real):
                guard !real.isNaN else {
                    throw DatabaseError(kind: .encoding, message: "a number to be stored is not a number")
                }
                append(real.description.utf8, isBinary: false)
            case .text(let text):
                // The text would end there, for libpq.
                guard !text.utf8.contains(0) else {
                    throw DatabaseError(kind: .encoding, message: "a text to be stored holds a NUL")
                }
                append(text.utf8, isBinary: false)
            case .blob(let blob): append(blob, isBinary: true)
            }
        }
    }

    private static func size(of value: SQLValue) -> Int {
        switch value {
        case .null: 0
        case .integer, .real: 25
        case .text(let text): text.utf8.count + 1
        case .blob(let blob): blob.count + 1
        }
    }

    private mutating func append(_ value: (some Collection<UInt8>)?, isBinary: Bool) {
        offsets.append(value == nil ? nil : bytes.count)
        lengths.append(Int32(value?.count ?? 0))
        formats.append(isBinary ? 1 : 0)
        if let value { bytes.append(contentsOf: value) }
        bytes.append(0)
    }

    /// Lends pointers to the values for the time of a call.
    func withPointers<Result>(
        _ body: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?,
            _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = offsets.map { offset in offset.flatMap { offset in start.map { $0 + offset } } }
            return pointers.withUnsafeBufferPointer { values in
                body(Int32(values.count), values.baseAddress, lengths, formats)
            }
        }
    }
}
