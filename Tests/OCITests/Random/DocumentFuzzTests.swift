import OCI
import Testing

/// Random and damaged documents: none stops the program, and what is accepted means one thing only.
@Suite struct DocumentFuzzTests {
    private static let documents =
        Samples.manifests + [
            #"[1,-2.5e+3,"\u00e9\ud83d\udc33\n",true,false,null,{"a":{"b":[]}},9223372036854775807]"#,
            #"{"a":"","b":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],"c":"e\#u{301}"}"#,
        ]

    /// Writes and reads the value again, if the bytes are a document.
    private func checkJSON(_ bytes: [UInt8]) throws -> Bool {
        guard let value = try? JSONValue(parsing: bytes) else { return false }
        let encoded = value.encoded()
        #expect(try JSONValue(parsing: encoded) == value, "\(bytes)")
        #expect(try JSONValue(parsing: encoded).encoded() == encoded, "\(bytes)")
        #expect(String(validating: bytes, as: UTF8.self) != nil, "\(bytes)")
        return true
    }

    /// Checks what every manifest promises, if the bytes are one.
    private func checkManifest(_ bytes: [UInt8], contentType: String?) throws -> Bool {
        guard let manifest = try? Manifest(bytes: bytes, contentType: contentType) else { return false }
        #expect(manifest.bytes == bytes)
        #expect(manifest.mediaType.isManifestOrIndex)
        #expect(Set(manifest.blobs.map(\.digest)).count == manifest.blobs.count)
        #expect(!manifest.blobs.contains { $0.isForeign })
        #expect(manifest.children.allSatisfy { $0.mediaType.isManifestOrIndex })
        #expect(manifest.totalSize >= Int64(bytes.count))
        let plain = try JSONValue(parsing: bytes).encoded()
        #expect(try Manifest(bytes: plain, contentType: contentType).content == manifest.content)
        if case .index(let index) = manifest.content {
            #expect(try Manifest(bytes: index.encoded(), contentType: nil).content == manifest.content)
            #expect(manifest.children.count + manifest.blobs.count <= index.manifests.count)
        }
        return true
    }

    @Test func damagedDocuments() throws {
        var generator = SeededGenerator(for: "damaged documents")
        var json = 0
        var manifests = 0
        let contentTypes = [
            nil, "application/vnd.oci.image.manifest.v1+json", "application/vnd.oci.image.index.v1+json",
        ]
        for round in 0..<24_000 {
            let document = Self.documents[round % Self.documents.count]
            let bytes = Mutation.mutated(Array(document.utf8), using: &generator)
            if try checkJSON(bytes) { json += 1 }
            if try checkManifest(bytes, contentType: contentTypes[generator.index(below: 3)]) { manifests += 1 }
        }
        // Without documents that are accepted the test would show little.
        #expect(json > 1200 && manifests > 120, "\(json) documents, \(manifests) manifests")
    }

    @Test func randomBytes() throws {
        var generator = SeededGenerator(for: "random bytes")
        let letters = Array(#"{}[]",:\u0123d8e-+.tfn"#.utf8)
        for round in 0..<20_000 {
            var bytes = generator.bytes(upTo: 24)
            if round % 4 != 0 { bytes = bytes.map { letters[Int($0) % letters.count] } }
            _ = try checkJSON(bytes)
            _ = try checkManifest(bytes, contentType: nil)
        }
    }

    @Test func randomValues() throws {
        var generator = SeededGenerator(for: "random values")
        for _ in 0..<1000 {
            let value = Self.value(depth: 0, using: &generator)
            #expect(try JSONValue(parsing: value.encoded()) == value)
        }
    }

    private static func value(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch generator.index(below: depth < 6 ? 8 : 6) {
        case 0: return nil
        case 1: return .bool(.random(using: &generator))
        case 2: return .integer(.random(in: .min ... .max, using: &generator))
        case 3: return .integer(Int64(generator.index(below: 100)))
        case 4, 5: return .string(text(using: &generator))
        case 6: return .array((0..<generator.index(below: 5)).map { _ in value(depth: depth + 1, using: &generator) })
        default:
            var object = JSONObject()
            for _ in 0..<generator.index(below: 5) {
                object[text(using: &generator)] = value(depth: depth + 1, using: &generator)
            }
            return .object(object)
        }
    }

    private static func text(using generator: inout SeededGenerator) -> String {
        let scalars = (0..<generator.index(below: 8)).compactMap { _ in
            let limit: UInt32 = [0x80, 0x400, 0x10000, 0x110000][generator.index(below: 4)]
            return Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
