import SQL

/// Reads the binary form of a value by its type.
enum PostgreSQLValue {
    /// The value of a type, by its number in pg_type; nil for a type that isn't known here.
    static func decode(_ bytes: UnsafeRawBufferPointer, type: UInt32) -> SQLValue? {
        switch type {
        case 16: bytes.first.map { .integer($0 == 0 ? 0 : 1) }  // bool
        case 20: integer(bytes, as: Int64.self)  // int8
        case 21: integer(bytes, as: Int16.self)  // int2
        case 23: integer(bytes, as: Int32.self)  // int4
        case 26: integer(bytes, as: UInt32.self)  // oid
        case 17: .blob(Array(bytes))  // bytea
        case 25, 1043, 1042, 19, 18, 114, 705: .text(String(decoding: bytes, as: UTF8.self))  // text and its like
        case 3802: .text(String(decoding: bytes.dropFirst(), as: UTF8.self))  // jsonb, after its version
        case 701: bits(bytes, as: UInt64.self).map { .real(Double(bitPattern: $0)) }  // float8
        case 700: bits(bytes, as: UInt32.self).map { .real(Double(Float(bitPattern: $0))) }  // float4
        case 1700: numeric(bytes)
        case 2278: .null  // void
        default: nil
        }
    }

    private static func bits<Bits: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: UnsafeRawBufferPointer, at offset: Int = 0, as type: Bits.Type
    ) -> Bits? {
        guard bytes.count >= offset + MemoryLayout<Bits>.size else { return nil }
        return Bits(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
    }

    private static func integer<Bits: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: UnsafeRawBufferPointer, as type: Bits.Type
    ) -> SQLValue? {
        bits(bytes, as: type).map { .integer(Int64($0)) }
    }

    /// A numeric, such as the sum of BIGINTs: digits to the base of 10,000, of which `weight + 1` are before the point.
    ///
    /// An integer if it has no places after the point and fits; nil if it doesn't fit or isn't a number.
    private static func numeric(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        guard let count = bits(bytes, as: Int16.self), let weight = bits(bytes, at: 2, as: Int16.self),
            let sign = bits(bytes, at: 4, as: UInt16.self), let scale = bits(bytes, at: 6, as: Int16.self),
            sign == 0 || sign == 0x4000, count >= 0, bytes.count == 8 + 2 * Int(count)
        else { return nil }
        let digits = (0..<Int(count)).compactMap { bits(bytes, at: 8 + 2 * $0, as: Int16.self) }
        guard scale == 0 else {
            let magnitude = digits.reversed().reduce(0.0) { $0 / 10_000 + Double($1) }
            let value = (0..<abs(Int(weight))).reduce(magnitude) { value, _ in
                weight > 0 ? value * 10_000 : value / 10_000
            }
            return .real(sign == 0 ? value : -value)
        }
        var value: Int64 = 0
        for position in 0..<(Int(weight) + 1) {
            let digit = Int64(position < digits.count ? digits[position] : 0)
            let (product, overflow) = value.multipliedReportingOverflow(by: 10_000)
            // Subtracting reaches the lowest number too, which has no positive counterpart.
            let (difference, underflow) = product.subtractingReportingOverflow(digit)
            if overflow || underflow { return nil }
            value = difference
        }
        if sign == 0x4000 { return .integer(value) }
        return value == .min ? nil : .integer(-value)
    }
}
