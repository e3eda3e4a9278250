import DistributionAPI
import HTTPServing
import Testing

@Suite struct ChunkRangeTests {
    @Test(arguments: [
        (nil, nil, nil, nil, "nothing is told"), (nil, Int64(5), nil, Int64(5), "a length"),
        ("0-4", 5, Int64(0), 5, "the specification's form"), ("10-19", nil, 10, 10, "no length beside it"),
        ("bytes 0-4/5", 5, 0, 5, "RFC 9110's form"), ("bytes 0-4/*", 5, 0, 5, "of unknown size"),
        ("bytes=0-4", 5, 0, 5, "a client's mistake"), ("5-5", 1, 5, 1, "one byte"),
    ])
    func wellFormed(_ range: String?, _ length: Int64?, _ start: Int64?, _ count: Int64?, reason: String) throws {
        let chunk = try ChunkRange(contentRange: range, contentLength: length)
        #expect(chunk.start == start && chunk.length == count, "\(reason)")
    }

    @Test(arguments: [
        ("", nil, "empty"), ("5", nil, "one number"), ("5-", nil, "no end"), ("-5", nil, "no start"),
        ("9-5", nil, "backwards"),
        ("0-4", Int64(6), "another length"), ("a-b", nil, "letters"), ("0-4-9", nil, "three numbers"),
        ("+0-4", nil, "a sign"),
        ("0-99999999999999999999", nil, "past every number"),
        ("0-9223372036854775807", nil, "a length past every number"),
    ])
    func malformed(_ range: String, _ length: Int64?, reason: String) {
        #expect(throws: HTTPFailure.self, "\(reason)") { try ChunkRange(contentRange: range, contentLength: length) }
    }
}
