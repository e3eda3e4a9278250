import HTTPServing
import HTTPTypes
import ManagementAPI
import OCI
import Testing

@Suite struct JSONBodyTests {
    private static func body(_ text: String) throws -> JSONBody {
        guard let object = try JSONValue(parsing: Array(text.utf8)).object else { throw Missing() }
        return JSONBody(object)
    }

    private struct Missing: Error {}

    private static func status(_ work: () throws -> Void) -> Int? {
        do {
            try work()
            return nil
        } catch let failure as HTTPFailure {
            return failure.status.code
        } catch { return 0 }
    }

    @Test(
        arguments: [
            // A wrong type is a 400, as in Harbor.
            (#"{"x":1}"#, 400), (#"{"x":true}"#, 400), (#"{"x":[]}"#, 400), (#"{"x":{}}"#, 400),
            // Missing, null and empty are 422.
            ("{}", 422), (#"{"x":null}"#, 422), (#"{"x":""}"#, 422),
            // Too long.
            (#"{"x":"12345678901"}"#, 422),
            // Control characters: PostgreSQL refuses the first of them.
            (#"{"x":"a\u0000b"}"#, 400), (#"{"x":"a\nb"}"#, 400), (#"{"x":"a\u007fb"}"#, 400),
            (#"{"x":"1234567890"}"#, nil),
            // Characters count, not bytes.
            (#"{"x":"漢字漢字漢字漢字漢字"}"#, nil),
        ] as [(String, Int?)])
    func requiredText(json: String, expected: Int?) throws {
        let body = try Self.body(json)
        #expect(Self.status { _ = try body.required("x", maximum: 10) } == expected)
    }

    @Test(
        arguments: [
            (#"{"x":"1"}"#, 400), (#"{"x":1.5}"#, 400), (#"{"x":99999999999999999999}"#, 400), (#"{"x":0}"#, 422),
            (#"{"x":11}"#, 422), (#"{"x":10}"#, nil), ("{}", nil),
        ] as [(String, Int?)])
    func numbers(json: String, expected: Int?) throws {
        let body = try Self.body(json)
        #expect(Self.status { _ = try body.integer("x", in: 1...10) } == expected)
    }

    @Test func namesTheMember() throws {
        let body = try Self.body(#"{"metadata":{"public":1},"rules":[{"kind":2}]}"#)
        #expect {
            _ = try body.object("metadata")?.string("public")
        } throws: { ($0 as? HTTPFailure)?.message == "metadata.public in body must be a string" }
        #expect {
            _ = try body.objects("rules", maximum: 3)?[0].string("kind")
        } throws: { ($0 as? HTTPFailure)?.message == "rules[0].kind in body must be a string" }
    }

    @Test func severalLines() throws {
        let body = try Self.body(#"{"x":"a\n\tb"}"#)
        #expect(try body.string("x", multiline: true) == "a\n\tb")
    }
}
