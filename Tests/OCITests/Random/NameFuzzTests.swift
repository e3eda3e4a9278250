import OCI
import Testing

/// Random texts near the grammars' borders, compared with the grammars as the specifications print them.
@Suite struct NameFuzzTests {
    private static let pieces = [
        "a", "z", "0", "9", "A", "Z", "f", "g", ".", "_", "-", "--", "__", "..", "/", ":", "+", "=", "@", " ", "\n",
        "\u{0}",
        "é", "e\u{301}", "\u{FF41}", "\u{131}", "\u{1F433}", "sha256:", "sha512:", "md5:", Samples.hex, "library/",
        "%2e",
        String(repeating: "a", count: 63),
    ]

    private static func text(_ generator: inout SeededGenerator) -> String {
        (0..<generator.index(below: 7)).map { _ in pieces[generator.index(below: pieces.count)] }.joined()
    }

    /// Whether the pattern matches the whole text, scalar by scalar.
    private func matches(_ text: String, _ pattern: Regex<Substring>) throws -> Bool {
        try pattern.matchingSemantics(.unicodeScalar).wholeMatch(in: text) != nil
    }

    @Test func grammarsAreTheSpecifications() throws {
        let repository = /[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)+/
        let project = /[a-z0-9]+(?:[._-][a-z0-9]+)*/
        let tag = /[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}/
        let digest = /sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128}/
        let anyDigest = /[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+/
        var generator = SeededGenerator(for: "names")
        for _ in 0..<4000 {
            let text = Self.text(&generator)
            let isShort = text.utf8.count <= 255
            let isRepository = isShort ? try matches(text, repository) : false
            #expect((try? RepositoryName(text))?.description == (isRepository ? text : nil), "\(text.debugDescription)")
            let isProject = isShort ? try matches(text, project) : false
            #expect((try? ProjectName(text))?.description == (isProject ? text : nil), "\(text.debugDescription)")
            let isTag = try matches(text, tag)
            #expect((try? Tag(text))?.description == (isTag ? text : nil), "\(text.debugDescription)")
            let isDigest = try matches(text, digest)
            #expect((try? Digest(text))?.description == (isDigest ? text : nil), "\(text.debugDescription)")
            let isReference = isTag || isDigest
            #expect((try? Reference(text))?.description == (isReference ? text : nil), "\(text.debugDescription)")
            if !isDigest {
                let isRegistered = text.hasPrefix("sha256:") || text.hasPrefix("sha512:")
                let isOther = try matches(text, anyDigest) && !isRegistered
                #expect(throws: isOther ? DigestError.unsupportedAlgorithm : .malformed, "\(text.debugDescription)") {
                    try Digest(text)
                }
            }
        }
    }

    @Test func partsMakeTheWhole() throws {
        var generator = SeededGenerator(for: "parts")
        var accepted = 0
        for _ in 0..<4000 {
            let text = "a/" + Self.text(&generator)
            guard let name = try? RepositoryName(text) else { continue }
            accepted += 1
            #expect(name.project + "/" + name.path == text)
        }
        #expect(accepted > 100)
    }

    @Test func mediaTypesAreTheSpecification() throws {
        let pattern = /[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+\-]{0,126}\/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+\-]{0,126}/
        let marks = ["!", "#", "$", "&", "^", "*", ",", ";", "; q=1", "text/", "/plain"]
        var generator = SeededGenerator(for: "media types")
        for _ in 0..<4000 {
            let text = Self.text(&generator) + marks[generator.index(below: marks.count)] + Self.text(&generator)
            let isMediaType = try matches(text, pattern)
            #expect((try? MediaType(text))?.rawValue == (isMediaType ? text : nil), "\(text.debugDescription)")
            if let cut = try? MediaType(contentType: text) { #expect(text.contains(cut.rawValue)) }
        }
    }
}
