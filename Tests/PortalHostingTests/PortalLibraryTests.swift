import FoundationEssentials
import Glibc
import Logging
import NIOCore
import NIOPosix
import PortalHosting
import Testing

/// What is read of a directory, and when it is read again.
@Suite struct PortalLibraryTests {
    private func library(
        _ places: String..., interval: Duration = .zero, settlingSeconds: Int = 2
    ) -> PortalLibrary {
        PortalLibrary(
            places: places, threads: .singleton, logger: Logger(label: "test"), interval: interval,
            settlingSeconds: settlingSeconds)
    }

    @Test func onlyPlainFilesAreRead() async throws {
        try await BuiltPortal.with { portal in
            let secret = portal.path + "/../secret.js"
            try Data("secret".utf8).write(to: URL(filePath: secret))
            let files = FileManager.default
            try files.createSymbolicLink(atPath: portal.path + "/assets/link.js", withDestinationPath: secret)
            try files.createDirectory(atPath: portal.path + "/assets/deep.js", withIntermediateDirectories: true)
            for name in ["assets/.hidden.js", "assets/a b.js", "assets/program.sh", "assets/alone.js.gz"] {
                try portal.write(name, "x")
            }
            #expect(mkfifo(portal.path + "/assets/pipe.js", 0o600) == 0)
            let read = try #require(await library(portal.path).files())
            #expect(Set(read.assets.keys) == ["main-1.js", "mark.svg"])
            #expect(Set(read.others.keys) == ["favicon.svg"])
        }
    }

    @Test func aLinkedDirectoryOfAssetsIsRefused() async throws {
        try await BuiltPortal.with { portal in
            try FileManager.default.moveItem(atPath: portal.path + "/assets", toPath: portal.path + "/../elsewhere")
            try FileManager.default.createSymbolicLink(
                atPath: portal.path + "/assets", withDestinationPath: portal.path + "/../elsewhere")
            #expect(await library(portal.path).files() == nil)
        }
    }

    @Test func itIsBounded() async throws {
        try await BuiltPortal.with { portal in
            try Data(count: 16 << 20).write(to: URL(filePath: portal.path + "/assets/large.js"))
            #expect(await library(portal.path).files() == nil, "16 MiB and a little")
            try portal.remove("assets/large.js")
            #expect(await library(portal.path).files() != nil)
            for number in 0..<2000 { try portal.write("assets/\(number).js", "x") }
            #expect(await library(portal.path).files() == nil, "2,000 files and a few")
        }
    }

    @Test func aNewBuildIsTaken() async throws {
        try await BuiltPortal.with { portal in
            let library = library(portal.path)
            #expect(try #require(await library.files()).assets["main-1.js"] != nil)
            try portal.remove("assets/main-1.js")
            try portal.build(script: "main-2.js")
            let files = try #require(await library.files())
            #expect(files.assets["main-2.js"] != nil && files.assets["main-1.js"] == nil)
        }
    }

    @Test func aHalfBuildIsNot() async throws {
        try await BuiltPortal.with { portal in
            let library = library(portal.path)
            try portal.write("index.html", portal.page("main-2.js"))
            #expect(try #require(await library.files()).assets["main-1.js"] != nil, "its script isn't there yet")
            try portal.remove("index.html")
            #expect(await library.files() != nil, "not even the page is")
            try portal.remove("assets")
            #expect(await library.files() != nil, "nothing is")
            try portal.build(script: "main-2.js")
            #expect(try #require(await library.files()).assets["main-2.js"] != nil)
        }
    }

    @Test func whatIsStillBeingWrittenIsReadAgain() async throws {
        try await BuiltPortal.with { portal in
            try portal.settle()
            try portal.write("assets/late-1.js", "")
            // Much longer than it takes to get from the writing to the reading.
            let library = library(portal.path, settlingSeconds: 1800)
            let before = try #require(await library.files()?.assets["late-1.js"])
            #expect(before.form(for: nil).form.bytes.readableBytes == 0)
            // Neither the page nor the directory tells of this.
            try portal.append("assets/late-1.js", "done")
            let after = try #require(await library.files()?.assets["late-1.js"])
            #expect(after.form(for: nil).form.bytes.readableBytes == 4)
        }
    }

    @Test func itLooksAtMostOnceInAWhile() async throws {
        try await BuiltPortal.with { portal in
            let library = library(portal.path, interval: .seconds(3600))
            try portal.build(script: "main-2.js")
            #expect(try #require(await library.files()).assets["main-2.js"] == nil)
        }
    }

    @Test func theFirstPlaceWithAPortalCounts() async throws {
        try await BuiltPortal.with { portal in
            let empty = portal.path + "-of-later"
            let library = library(empty, portal.path)
            #expect(await library.files() != nil)
            let none = self.library(empty)
            #expect(await none.files() == nil)
            try FileManager.default.moveItem(atPath: portal.path, toPath: empty)
            #expect(await none.files() != nil, "it was built later")
        }
    }
}
