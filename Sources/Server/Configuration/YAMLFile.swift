import CYAML
import Glibc

/// The settings of a YAML file: a mapping of names to scalars, which is all that `haven.yaml` has.
struct YAMLFile {
    /// The pairs in their order; a scalar stays the text that was written.
    let entries: [(key: String, value: String)]

    private static let longest = 1 << 20

    /// Reads a file of at most 1 MiB; throws `Settings.Invalid` with the line of the mistake.
    init(path: String) throws {
        var bytes = try Self.read(path)
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { throw Settings.Invalid(description: "no memory for YAML") }
        defer { yaml_parser_delete(&parser) }
        let count = bytes.count
        entries = try bytes.withUnsafeMutableBufferPointer { buffer in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, count)
            return try Self.entries(&parser, path: path)
        }
    }

    private static func entries(
        _ parser: inout yaml_parser_t, path: String
    ) throws -> [(key: String, value: String)] {
        var entries: [(key: String, value: String)] = []
        var key: String?
        var depth = 0
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                let problem = parser.problem.map { String(cString: $0) } ?? "malformed"
                throw mistake(path, line: parser.problem_mark.line, problem)
            }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT: return entries
            case YAML_MAPPING_START_EVENT where depth == 0: depth = 1
            case YAML_MAPPING_END_EVENT: depth = 0
            case YAML_SCALAR_EVENT where depth == 1:
                let text = String(
                    decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length),
                    as: UTF8.self)
                if let name = key {
                    entries.append((name, text))
                    key = nil
                } else {
                    key = text
                }
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: break
            default: throw mistake(path, line: event.start_mark.line, "settings are lines of the form name: value")
            }
        }
    }

    private static func mistake(_ path: String, line: Int, _ problem: String) -> Settings.Invalid {
        Settings.Invalid(description: "\(path), line \(line + 1): \(problem)")
    }

    private static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Settings.Invalid(description: "can't read \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= longest else { throw Settings.Invalid(description: "\(path) is over 1 MiB") }
        }
    }
}
