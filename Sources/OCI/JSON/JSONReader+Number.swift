extension JSONReader {
    /// Reads a number; the position is at its sign or first digit.
    mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        let isNegative = current == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let integer = try integerPart(isNegative: isNegative)
        let hasFraction = try fraction()
        let hasExponent = try exponent()
        // A minus zero has no Int64 of its own and stays as it was written.
        if let integer, !hasFraction, !hasExponent, !(isNegative && integer == 0) { return .integer(integer) }
        return .decimal(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// The digits before the point, or nil when they don't fit.
    private mutating func integerPart(isNegative: Bool) throws(JSONError) -> Int64? {
        if current == UInt8(ascii: "0") {
            position += 1
            guard !current.isDecimalDigit else { throw failure("number with a leading zero") }
            return 0
        }
        var value: Int64? = 0
        try digits { digit in
            // Counted downwards for negative numbers, which reach one further.
            let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let step = Int64(digit)
            let (sum, carry) =
                isNegative ? product.subtractingReportingOverflow(step) : product.addingReportingOverflow(step)
            if value != nil { value = overflow || carry ? nil : sum }
        }
        return value
    }

    private mutating func fraction() throws(JSONError) -> Bool {
        guard current == UInt8(ascii: ".") else { return false }
        position += 1
        try digits { _ in }
        return true
    }

    private mutating func exponent() throws(JSONError) -> Bool {
        guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return false }
        position += 1
        if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
        try digits { _ in }
        return true
    }

    private mutating func digits(_ each: (UInt8) -> Void) throws(JSONError) {
        guard current.isDecimalDigit else { throw failure("expected a digit") }
        while current.isDecimalDigit {
            each(current - UInt8(ascii: "0"))
            position += 1
        }
    }
}
