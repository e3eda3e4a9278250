import Cryptography
import Testing

@Suite struct ScryptTests {
    /// The vectors of RFC 7914 section 12. The last one takes 1 GiB and is beyond what is allowed here.
    static let vectors: [(password: String, salt: String, logarithm: Int, r: Int, p: Int, key: String)] = [
        (
            "", "", 4, 1, 1,
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", 10, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", 14, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ]

    @Test(arguments: vectors)
    func keysAreTheStandards(
        _ password: String, _ salt: String, _ logarithm: Int, _ r: Int, _ p: Int, _ expected: String
    ) throws {
        let cost = try PasswordCost(logarithm: logarithm, blockSize: r, parallelization: p)
        let key = try Scrypt.key(password: Array(password.utf8), salt: Array(salt.utf8), cost: cost, length: 64)
        #expect(Hex.encode(key) == expected)
    }

    @Test func keysOfNoLengthAreRefused() throws {
        let cost = try PasswordCost(logarithm: 4, blockSize: 1, parallelization: 1)
        #expect(throws: CryptographyError.lengthOutOfRange) {
            try Scrypt.key(password: [], salt: [], cost: cost, length: 0)
        }
    }

    static let costs: [(logarithm: Int, blockSize: Int, parallelization: Int, isAllowed: Bool, reason: String)] = [
        (4, 1, 1, true, "the lowest"),
        (15, 8, 1, true, "the standard"),
        (17, 8, 1, true, "128 MiB"),
        (15, 8, 16, true, "sixteen times the standard's work"),
        (20, 1, 1, true, "the largest N"),
        (10, 32, 16, true, "the largest r and p"),
        (3, 1, 1, false, "too low"),
        (21, 1, 1, false, "N too large"),
        (10, 0, 1, false, "no r"),
        (10, 33, 1, false, "r too large"),
        (10, 8, 0, false, "no p"),
        (10, 8, 17, false, "p too large"),
        (18, 8, 1, false, "256 MiB"),
        (20, 8, 1, false, "the RFC's last vector: 1 GiB"),
        (17, 8, 5, false, "too much work, though not too much memory"),
        (.max, .max, .max, false, "numbers that overflow when multiplied"),
        (.min, .min, .min, false, "numbers below zero"),
    ]

    @Test(arguments: costs)
    func costsAreBounded(
        _ logarithm: Int, _ blockSize: Int, _ parallelization: Int, _ isAllowed: Bool, _ reason: String
    ) {
        let cost = try? PasswordCost(logarithm: logarithm, blockSize: blockSize, parallelization: parallelization)
        #expect((cost != nil) == isAllowed, "\(reason)")
    }

    @Test func theMostExpensiveCostsWork() throws {
        for (logarithm, blockSize, parallelization) in [(17, 8, 1), (4, 32, 16)] {
            let cost = try PasswordCost(
                logarithm: logarithm, blockSize: blockSize, parallelization: parallelization)
            #expect(try Scrypt.key(password: [1], salt: [2], cost: cost, length: 32).count == 32)
        }
    }

    @Test func theStandardTakes32MiB() {
        #expect(PasswordCost.standard.memory == 32 << 20)
    }
}
