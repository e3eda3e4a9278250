import FoundationEssentials
import RegistryTesting

/// A directory as the portal's build makes it.
struct BuiltPortal {
    let path: String

    /// Runs the body with a small portal.
    static func with<Result>(_ body: (BuiltPortal) async throws -> Result) async throws -> Result {
        try await TemporaryDirectory.with { directory in
            let portal = BuiltPortal(path: directory + "/portal")
            try portal.build(script: "main-1.js")
            return try await body(portal)
        }
    }

    /// Writes a page and the script that it names, both compressed as well.
    func build(script: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/assets", withIntermediateDirectories: true)
        try writeForms("assets/" + script, "script \(script)")
        try write("assets/mark.svg", "<svg/>")
        try write("favicon.svg", "<svg/>")
        try writeForms("index.html", page(script))
    }

    func page(_ script: String) -> String { "<script type=module src=/assets/\(script)></script>" }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    }

    /// Writes on in a file that is there.
    func append(_ name: String, _ text: String) throws {
        let file = FileManager.default.contents(atPath: path + "/" + name) ?? Data()
        try (file + Data(text.utf8)).write(to: URL(filePath: path + "/" + name), options: [])
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    /// Makes files look as if they had been written an hour ago.
    func settle() throws {
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: path + "/" + name)
        }
    }

    private func writeForms(_ name: String, _ text: String) throws {
        try write(name, text)
        try write(name + ".gz", "gzip " + text)
        try write(name + ".br", "brotli " + text)
    }
}
