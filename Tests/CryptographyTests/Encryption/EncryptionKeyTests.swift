import Cryptography
import Testing

@Suite struct EncryptionKeyTests {
    private let key: EncryptionKey

    init() throws {
        key = try EncryptionKey(bytes: (0..<32).map { UInt8($0) })
    }

    @Test(arguments: [[], [0], Array("secret".utf8), [UInt8](repeating: 7, count: 100_000)])
    func givesBackWhatWasSealed(_ plain: [UInt8]) throws {
        let sealed = try key.seal(plain, purpose: "a")
        #expect(sealed.count == plain.count + 29)
        #expect(try key.open(sealed, purpose: "a") == plain)
    }

    @Test func sealsTheSameBytesDifferentlyEachTime() throws {
        #expect(try key.seal([1, 2, 3], purpose: "a") != key.seal([1, 2, 3], purpose: "a"))
    }

    @Test func opensWhatAnotherImplementationSealed() throws {
        // Python's cryptography: AESGCM(bytes(range(32))).encrypt(bytes(range(12)), b"secret", b"purpose")
        let sealed = try #require(Hex.decode("01000102030405060708090a0b" + Self.vector))
        #expect(try key.open(sealed, purpose: "purpose") == Array("secret".utf8))
    }

    private static let vector = "3467b569a09146d39b204c49c59d2f0839deb300c3f6"

    @Test func refusesWhatWasChangedAnywhere() throws {
        let sealed = try key.seal(Array("secret".utf8), purpose: "a")
        for position in sealed.indices {
            var changed = sealed
            changed[position] ^= 1
            #expect(throws: CryptographyError.notAuthentic, "byte \(position)") {
                try key.open(changed, purpose: "a")
            }
        }
        for length in 0..<sealed.count {
            #expect(throws: CryptographyError.notAuthentic, "only \(length) bytes") {
                try key.open(Array(sealed.prefix(length)), purpose: "a")
            }
        }
    }

    @Test func refusesAnotherPurposeAndAnotherKey() throws {
        let sealed = try key.seal(Array("secret".utf8), purpose: "a")
        #expect(throws: CryptographyError.notAuthentic) { try key.open(sealed, purpose: "b") }
        let other = try EncryptionKey(bytes: [UInt8](repeating: 9, count: 32))
        #expect(throws: CryptographyError.notAuthentic) { try other.open(sealed, purpose: "a") }
    }

    @Test(arguments: [0, 16, 31, 33]) func takesOnlyKeysOf32Bytes(_ count: Int) {
        #expect(throws: CryptographyError.lengthOutOfRange) {
            try EncryptionKey(bytes: [UInt8](repeating: 0, count: count))
        }
    }
}
