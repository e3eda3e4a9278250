import SQL
import Testing

@Suite struct RowTests {
    private let row = Row(
        columns: Columns(["integer", "text", "blob", "real", "null", "seven"]),
        values: [.integer(1), .text("t"), .blob([1, 2]), .real(0.5), .null, .integer(7)])

    @Test func valuesByNameAndPosition() throws {
        #expect(try row.int64("integer") == 1)
        #expect(try row.int(0) == 1)
        #expect(try row.text("text") == "t")
        #expect(try row.bytes(2) == [1, 2])
        #expect(try row.double("real") == 0.5)
        #expect(try row.double("integer") == 1)
        #expect(try row.bool("integer"))
    }

    @Test func nullIsNilWhereThatIsAsked() throws {
        #expect(try row.optionalInt64("null") == nil)
        #expect(try row.optionalInt("null") == nil)
        #expect(try row.optionalText("null") == nil)
        #expect(try row.optionalBytes("null") == nil)
        #expect(try row.optionalBool("null") == nil)
        #expect(try row.optionalDouble("null") == nil)
        #expect(try row.optionalText("text") == "t")
    }

    private static let mistakes: [(reason: String, read: @Sendable (Row) throws -> Void)] = [
        ("the name is missing", { _ = try $0.int("missing") }),
        ("there are six columns", { _ = try $0.int(6) }),
        ("a position isn't negative", { _ = try $0.int(-1) }),
        ("NULL is no integer", { _ = try $0.int64("null") }),
        ("NULL is no text", { _ = try $0.text("null") }),
        ("text is no integer", { _ = try $0.int64("text") }),
        ("an integer is no text", { _ = try $0.text("integer") }),
        ("bytes are no text", { _ = try $0.text("blob") }),
        ("text is no bytes", { _ = try $0.bytes("text") }),
        ("seven is no boolean", { _ = try $0.bool("seven") }),
        ("a fraction is no integer", { _ = try $0.int64("real") }),
    ]

    @Test(arguments: mistakes.indices)
    func mistakesAreErrors(_ index: Int) {
        let mistake = Self.mistakes[index]
        let error = #expect(throws: DatabaseError.self, "\(mistake.reason)") { try mistake.read(row) }
        #expect(error?.kind == .decoding, "\(mistake.reason)")
    }

    @Test func errorsNameTheColumnAndNotTheValue() {
        let row = Row(columns: Columns(["secret"]), values: [.text("hunter2")])
        let error = #expect(throws: DatabaseError.self) { try row.int("secret") }
        #expect(error?.message.contains("secret") == true)
        #expect(error?.message.contains("hunter2") == false)
    }
}
