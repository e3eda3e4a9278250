import Identity
import Testing

@Suite struct NewUserTests {
    @Test(arguments: [
        ("a", "one character"), ("first.last@host_1-x", "what people use"),
        ("Jürgen 李", "letters of every script, blanks"),
        (String(repeating: "a", count: 255), "255 bytes"), ("a/b\\c'd;e", "harmless in statements and paths"),
    ])
    func usernames(_ text: String, reason: String) throws {
        #expect(try Username(text).description == text, "\(reason)")
    }

    @Test(arguments: [
        ("", "empty"), (String(repeating: "a", count: 256), "256 bytes"),
        (String(repeating: "é", count: 128), "256 bytes"),
        ("a,b", "a comma"), ("a\"b", "a quote"), ("a~b", "a tilde"), ("a#b", "deleted users' names have it"),
        ("a%b", "a per cent sign"), ("robot$b", "robot accounts' names have it"),
        ("a:b", "basic authentication ends there"),
        ("a\nb", "a line end"), ("a\u{0}b", "a NUL"), ("a\u{7f}b", "a control character"), (" a", "a blank before"),
        ("a ", "a blank behind"),
    ])
    func refusedUsernames(_ text: String, reason: String) {
        #expect(throws: AccountError.invalidUsername, "\(reason)") { try Username(text) }
    }

    private struct Fault: Sendable, CustomTestStringConvertible {
        var email = "dev@example.com"
        var realName = ""
        var comment = ""
        let error: AccountError?
        let testDescription: String
    }

    private static let faults: [Fault] = [
        Fault(realName: "Ada Lovelace", comment: "likes numbers", error: nil, testDescription: "what people write"),
        Fault(email: "", error: .invalidEmail, testDescription: "no address"),
        Fault(email: "dev", error: .invalidEmail, testDescription: "no host"),
        Fault(email: "@example.com", error: .invalidEmail, testDescription: "no name"),
        Fault(email: "dev@", error: .invalidEmail, testDescription: "an empty host"),
        Fault(email: "a@b@c", error: .invalidEmail, testDescription: "two hosts"),
        Fault(email: "a b@c", error: .invalidEmail, testDescription: "a blank"),
        Fault(
            email: String(repeating: "a", count: 250) + "@b.com", error: .invalidEmail, testDescription: "256 bytes"),
        Fault(realName: String(repeating: "a", count: 256), error: .invalidRealName, testDescription: "a long name"),
        Fault(realName: "a\"b", error: .invalidRealName, testDescription: "a forbidden character"),
        Fault(realName: "a\nb", error: .invalidRealName, testDescription: "two lines"),
        Fault(comment: String(repeating: "a", count: 31), error: .invalidComment, testDescription: "31 characters"),
        Fault(comment: "a\tb", error: .invalidComment, testDescription: "a control character"),
    ]

    @Test(arguments: faults)
    private func parts(_ fault: Fault) {
        do {
            _ = try NewUser(
                username: "dev", password: "Correct-Horse-7", email: fault.email, realName: fault.realName,
                comment: fault.comment)
            #expect(fault.error == nil)
        } catch {
            #expect(error == fault.error)
        }
    }
}
