import BlobStorage

/// The name of a partial object's file in `uploads/`: 32 lower-case hexadecimal digits, chosen at random.
struct PartialName: Hashable, Sendable {
    /// The file's name.
    let text: String

    /// Chooses a new name, which nobody can guess and no other upload has.
    init() {
        var generator = SystemRandomNumberGenerator()
        text = fixedWidthHex(generator.next()) + fixedWidthHex(generator.next())
    }

    /// Reads a file's name; nil if no partial object has it.
    init?(file name: String) {
        guard name.utf8.count == 32, name.utf8.allSatisfy(isLowerHexDigit) else { return nil }
        text = name
    }

    /// Reads what a caller has kept. Throws `corrupted` if it is no word of this driver.
    init(_ partial: PartialObject) throws(StorageError) {
        guard let name = PartialName(file: partial.encoded) else {
            throw StorageError(
                .corrupted, "not a partial object: \(String(partial.encoded.prefix(64)).debugDescription)")
        }
        self = name
    }

    /// What a caller keeps.
    var partial: PartialObject { PartialObject(encoded: text) }

    /// What makes the finished object's key this upload's own.
    ///
    /// It follows from the name, so that finishing once more after a crash finds the object that is already there.
    var distinguisher: UInt64 { UInt64(text.prefix(16), radix: 16) ?? 0 }
}
