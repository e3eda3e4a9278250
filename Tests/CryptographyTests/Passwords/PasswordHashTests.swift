import Cryptography
import Testing

@Suite struct PasswordHashTests {
    private static func cheap() throws -> PasswordCost {
        try PasswordCost(logarithm: 4, blockSize: 8, parallelization: 1)
    }

    static let salt = "AAECAwQFBgcICQoLDA0ODw"
    static let hash = "8V5peeYUseccWMFNMfuNjRQLAJ2hK1Wg52nkzjv9mU4"

    /// Hashes that another program made.
    static let stored: [(password: String, text: String)] = [
        ("Harbor12345", "$scrypt$ln=10,r=8,p=1$\(salt)$\(hash)"),
        ("pässword€", "$scrypt$ln=4,r=1,p=2$\(salt)$M/p6xV6itNlXggtuBopWOX0b4fgQl1oPhfmwuNoN1xc"),
        ("", "$scrypt$ln=5,r=2,p=3$\(salt)$qu8tBSJdyMVgt9NpA2WOEjy+nX/OR/XzZFu2yFvvzTU"),
    ]

    @Test(arguments: stored)
    func hashesOfOthersAreUnderstood(_ password: String, _ text: String) throws {
        #expect(try PasswordHash.verify(password, against: text))
        #expect(try !PasswordHash.verify(password + "x", against: text))
        #expect(try PasswordHash.isOutdated(text))
    }

    @Test(arguments: ["Harbor12345", "", " ", "é", "a\u{0}b", String(repeating: "x", count: 1000)])
    func onlyThePasswordFits(_ password: String) throws {
        let text = try PasswordHash.make(password, cost: Self.cheap())
        #expect(try PasswordHash.verify(password, against: text))
        for other in [password + " ", "x" + password, String(password.dropLast()) + "?", "Harbor12346"] {
            #expect(try !PasswordHash.verify(other, against: text))
        }
    }

    @Test func saltsAreDifferent() throws {
        let texts = try (0..<20).map { _ in try PasswordHash.make("a", cost: Self.cheap()) }
        #expect(Set(texts).count == texts.count)
    }

    @Test func theStandardFormIsPHC() throws {
        let text = try PasswordHash.make("Harbor12345")
        let pattern = /\$scrypt\$ln=15,r=8,p=1\$[A-Za-z0-9+\/]{22}\$[A-Za-z0-9+\/]{43}/
        #expect(text.wholeMatch(of: pattern) != nil)
        #expect(try !PasswordHash.isOutdated(text))
        #expect(try PasswordHash.isOutdated(text, cost: Self.cheap()))
        #expect(try PasswordHash.verify("Harbor12345", against: text))
    }

    static let malformed: [(text: String, error: CryptographyError, reason: String)] = [
        ("", .malformedPasswordHash, "nothing"),
        ("Harbor12345", .malformedPasswordHash, "a password"),
        ("scrypt$ln=10,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "no dollar at the start"),
        ("x$scrypt$ln=10,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "something before it"),
        ("$scrypt$ln=10,r=8,p=1$\(salt)$\(hash)$", .malformedPasswordHash, "a dollar more"),
        ("$scrypt$ln=10,r=8,p=1$\(salt)", .malformedPasswordHash, "no hash"),
        ("$argon2id$v=19$m=65536,t=2,p=1$\(salt)$\(hash)", .malformedPasswordHash, "another function"),
        ("$Scrypt$ln=10,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "upper case"),
        ("$scrypt$r=8,ln=10,p=1$\(salt)$\(hash)", .malformedPasswordHash, "another order"),
        ("$scrypt$ln=10,r=8$\(salt)$\(hash)", .malformedPasswordHash, "a parameter too few"),
        ("$scrypt$ln=10,r=8,p=1,x=1$\(salt)$\(hash)", .malformedPasswordHash, "a parameter too many"),
        ("$scrypt$ln=+10,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "a sign"),
        ("$scrypt$ln=010,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "a leading zero"),
        ("$scrypt$ln=,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "no number"),
        ("$scrypt$ln=1e1,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "not a whole number"),
        ("$scrypt$ln=99999999999999999999,r=8,p=1$\(salt)$\(hash)", .malformedPasswordHash, "a huge number"),
        ("$scrypt$ln=10,r=8,p=1$\(salt)=$\(hash)", .malformedPasswordHash, "padding"),
        ("$scrypt$ln=10,r=8,p=1$$\(hash)", .malformedPasswordHash, "an empty salt"),
        ("$scrypt$ln=10,r=8,p=1$\(salt)$", .malformedPasswordHash, "an empty hash fits every password"),
        ("$scrypt$ln=10,r=8,p=1$\(salt)$8V5p", .malformedPasswordHash, "a hash of three bytes"),
        ("$scrypt$ln=10,r=8,p=1$\(salt)$\(hash)\(hash)\(hash)", .malformedPasswordHash, "too long a hash"),
        ("$scrypt$ln=10,r=8,p=1$\(salt)$\(hash.dropLast())_", .malformedPasswordHash, "letters of the other base 64"),
        ("$scrypt$ln=31,r=8,p=1$\(salt)$\(hash)", .costOutOfRange, "more memory than there is"),
        ("$scrypt$ln=17,r=8,p=16$\(salt)$\(hash)", .costOutOfRange, "work for many seconds"),
        ("$scrypt$ln=0,r=8,p=1$\(salt)$\(hash)", .costOutOfRange, "no work at all"),
        ("$scrypt$ln=-1,r=8,p=1$\(salt)$\(hash)", .costOutOfRange, "below zero"),
    ]

    @Test(arguments: malformed)
    func otherTextsAreRefused(_ text: String, _ error: CryptographyError, _ reason: String) {
        #expect(throws: error, "\(reason)") { try PasswordHash.verify("Harbor12345", against: text) }
        #expect(throws: error, "\(reason)") { try PasswordHash.isOutdated(text) }
    }
}
