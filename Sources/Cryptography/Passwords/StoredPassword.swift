/// A password's hash with all that is needed to compare a password with it, in the PHC string format:
/// `$scrypt$ln=15,r=8,p=1$salt$hash`, with salt and hash in base 64 without padding.
struct StoredPassword: Hashable, Sendable {
    static let saltLength = 16
    static let hashLength = 32

    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    var text: String {
        let parameters = "ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelization)"
        return "$scrypt$\(parameters)$\(Self.encoded(salt))$\(Self.encoded(hash))"
    }

    init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    init(_ text: String) throws(CryptographyError) {
        let parts = text.utf8.split(separator: UInt8(ascii: "$"), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1].elementsEqual("scrypt".utf8),
            let salt = Base64Alphabet.standard.decode(Array(parts[3])[...]), (8...64).contains(salt.count),
            let hash = Base64Alphabet.standard.decode(Array(parts[4])[...]), (16...64).contains(hash.count)
        else { throw .malformedPasswordHash }
        self.init(cost: try Self.cost(parts[2]), salt: salt, hash: hash)
    }

    private static func cost(_ parameters: Substring.UTF8View) throws(CryptographyError) -> PasswordCost {
        let parts = parameters.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard parts.count == 3, let logarithm = number(parts[0], after: "ln="),
            let blockSize = number(parts[1], after: "r="),
            let parallelization = number(parts[2], after: "p=")
        else { throw .malformedPasswordHash }
        return try PasswordCost(logarithm: logarithm, blockSize: blockSize, parallelization: parallelization)
    }

    private static func number(_ text: Substring.UTF8View, after name: String) -> Int? {
        guard text.starts(with: name.utf8) else { return nil }
        let digits = Substring(text.dropFirst(name.utf8.count))
        // The number must be written as it would be written here: no sign, no leading zero.
        return Int(digits).flatMap { String($0) == digits ? $0 : nil }
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        String(decoding: Base64Alphabet.standard.encode(bytes), as: UTF8.self)
    }
}
