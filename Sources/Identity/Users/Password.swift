/// A password that keeps Harbor's rules: 8 to 128 characters with an upper-case letter, a lower-case letter and a digit.
///
/// It is made wherever a password is set, so that creation and every change know the same rules. It has no description:
/// a password must not get into a log.
package struct Password: Sendable {
    package let text: String

    /// Checks a password; throws `AccountError.weakPassword`.
    package init(_ text: String) throws(AccountError) {
        guard text.utf8.count <= 512, (8...128).contains(text.count), !text.utf8.contains(0),
            text.contains(where: { $0.isASCII && $0.isUppercase }),
            text.contains(where: { $0.isASCII && $0.isLowercase }),
            text.contains(where: { $0.isASCII && $0.isNumber })
        else { throw .weakPassword }
        self.text = text
    }
}
