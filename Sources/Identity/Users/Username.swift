/// The name that a user signs in with: 1 to 255 bytes, none of them a control character or one of `,"~#%$:`.
///
/// Harbor forbids the same characters but the colon, which would cut the name short in basic authentication
/// (RFC 7617 section 2).
package struct Username: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Checks a name; throws `AccountError.invalidUsername`.
    package init(_ text: String) throws(AccountError) {
        let forbidden = Array(",\"~#%$:".utf8)
        guard (1...255).contains(text.utf8.count), text.first != " ", text.last != " ",
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && !forbidden.contains($0) })
        else { throw .invalidUsername }
        description = text
    }
}
