/// How much work and memory a password's hash takes: the parameters of scrypt (RFC 7914 section 2).
package struct PasswordCost: Hashable, Sendable {
    /// The logarithm of scrypt's N to the base 2.
    package let logarithm: Int
    /// scrypt's r.
    package let blockSize: Int
    /// scrypt's p.
    package let parallelization: Int

    /// N = 2^15, r = 8, p = 1: 32 MiB, and about a tenth of a second.
    package static let standard = PasswordCost(known: 15, blockSize: 8, parallelization: 1)

    /// The memory that is needed, in bytes.
    package var memory: Int { 128 * blockSize << logarithm }

    /// Makes a cost.
    ///
    /// - Parameters:
    ///   - logarithm: 4 to 20.
    ///   - blockSize: 1 to 32.
    ///   - parallelization: 1 to 16.
    /// - Throws: ``CryptographyError/costOutOfRange`` beyond these, above 128 MiB of memory, and above sixteen times the
    ///   work of ``standard``: a stored hash that somebody tampered with must not stop the server.
    package init(logarithm: Int, blockSize: Int, parallelization: Int) throws(CryptographyError) {
        guard (4...20).contains(logarithm), (1...32).contains(blockSize), (1...16).contains(parallelization) else {
            throw .costOutOfRange
        }
        self.init(known: logarithm, blockSize: blockSize, parallelization: parallelization)
        guard memory <= 128 << 20, memory * parallelization <= Self.standard.memory * 16 else { throw .costOutOfRange }
    }

    private init(known logarithm: Int, blockSize: Int, parallelization: Int) {
        self.logarithm = logarithm
        self.blockSize = blockSize
        self.parallelization = parallelization
    }
}
