import CCrypto

/// One run of AES-256-GCM in OpenSSL.
final class Cipher {
    private let context: OpaquePointer
    private let encrypts: Bool

    /// Begins with a key of 32 bytes and a nonce of 12.
    init(key: [UInt8], nonce: [UInt8], encrypts: Bool) throws(CryptographyError) {
        guard let context = EVP_CIPHER_CTX_new() else { throw .failed }
        self.context = context
        self.encrypts = encrypts
        let result =
            encrypts
            ? EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce)
            : EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce)
        guard result == 1 else { throw .failed }
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// Takes bytes that are protected against change and not encrypted.
    func authenticate(_ bytes: [UInt8]) throws(CryptographyError) {
        guard !bytes.isEmpty else { return }
        var count: CInt = 0
        try check(update(nil, &count, bytes))
    }

    /// Encrypts or decrypts bytes.
    func process(_ bytes: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard !bytes.isEmpty else { return [] }
        guard bytes.count <= Int(CInt.max) else { throw .lengthOutOfRange }
        var output = [UInt8](repeating: 0, count: bytes.count)
        var count: CInt = 0
        try check(update(&output, &count, bytes))
        guard Int(count) == bytes.count else { throw .failed }
        return output
    }

    /// Ends the run; when decrypting it throws if the tag is wrong.
    func finish() throws(CryptographyError) {
        var rest = [UInt8](repeating: 0, count: 16)
        var count: CInt = 0
        try check(
            encrypts ? EVP_EncryptFinal_ex(context, &rest, &count) : EVP_DecryptFinal_ex(context, &rest, &count))
    }

    /// The tag of what was encrypted, after the end.
    func tag(length: Int) throws(CryptographyError) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: length)
        try check(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, CInt(length), &tag))
        return tag
    }

    /// Says which tag must come out, before the end.
    func expect(tag: [UInt8]) throws(CryptographyError) {
        var tag = tag
        try check(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, CInt(tag.count), &tag))
    }

    private func update(_ output: UnsafeMutablePointer<UInt8>?, _ count: inout CInt, _ input: [UInt8]) -> CInt {
        encrypts
            ? EVP_EncryptUpdate(context, output, &count, input, CInt(input.count))
            : EVP_DecryptUpdate(context, output, &count, input, CInt(input.count))
    }

    private func check(_ result: CInt) throws(CryptographyError) {
        guard result == 1 else { throw .failed }
    }
}
