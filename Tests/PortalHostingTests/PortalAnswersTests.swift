import HTTPTypes
import Hummingbird
import Logging
import NIOPosix
import PortalHosting
import Testing

@Suite struct PortalAnswersTests {
    private static let acceptEncoding = HTTPField.Name.acceptEncoding

    private func with(_ body: (PortalAnswers) throws -> Void) async throws {
        try await BuiltPortal.with { portal in
            let library = PortalLibrary(places: [portal.path], threads: .singleton, logger: Logger(label: "test"))
            try body(PortalAnswers(try #require(await library.files())))
        }
    }

    private func answer(_ answers: PortalAnswers, _ path: String, _ headers: HTTPFields = [:]) throws -> Response? {
        answers.answer(try #require(PortalPath(path)), headers)
    }

    @Test func assetsAreKeptForever() async throws {
        try await with { answers in
            let plain = try #require(try answer(answers, "/assets/main-1.js"))
            #expect(plain.status == .ok && plain.headers[.contentEncoding] == nil)
            #expect(plain.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(plain.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(plain.headers[.vary] == "Accept-Encoding")
            #expect(plain.headers[.contentLength] == "\("script main-1.js".utf8.count)")
            var tags = Set([plain.headers[.eTag]])
            for (asked, prefix) in [("br", "brotli "), ("gzip", "gzip ")] {
                let packed = try #require(try answer(answers, "/assets/main-1.js", [Self.acceptEncoding: asked]))
                #expect(packed.headers[.contentEncoding] == asked)
                #expect(packed.headers[.contentLength] == "\((prefix + "script main-1.js").utf8.count)")
                tags.insert(packed.headers[.eTag])
            }
            #expect(tags.count == 3, "a strong validator is one of bytes")
            let mark = try #require(try answer(answers, "/assets/mark.svg", [Self.acceptEncoding: "br"]))
            #expect(mark.headers[.vary] == nil && mark.headers[.contentEncoding] == nil, "there is one form of it")
            #expect(mark.headers[.contentType] == "image/svg+xml")
        }
    }

    @Test(arguments: [
        "/assets/none.js", "/assets/", "/assets/../index.html", "/assets/..%2Findex.html", "/assets/main-1.js.gz",
        "/assets//main-1.js", "/assets/main-1.js/",
    ])
    func nothingElseIsAnAsset(_ path: String) async throws {
        try await with { answers in
            let missing = try #require(try answer(answers, path))
            #expect(missing.status == .notFound && missing.headers[.cacheControl] == "no-store")
            #expect(missing.headers[.contentType] == nil, "no page in place of a script")
        }
    }

    @Test func pagesAreLookedForAgain() async throws {
        try await with { answers in
            for path in ["/", "/harbor/projects/1", "/account/sign-in", "/index.html"] {
                let page = try #require(try answer(answers, path, [.accept: "text/html,*/*;q=0.8"]))
                #expect(page.status == .ok && page.headers[.cacheControl] == "no-cache")
                #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            }
            for (asked, isTaken) in [("br", true), ("gzip", false)] {
                let first = try #require(try answer(answers, "/", [Self.acceptEncoding: "br"]))
                let tag = try #require(first.headers[.eTag])
                #expect(tag.first == "\"" && tag.last == "\"")
                let second = try #require(
                    try answer(answers, "/projects", [Self.acceptEncoding: asked, .ifNoneMatch: tag]))
                #expect((second.status == .notModified) == isTaken, "the validator of another form is another")
                guard isTaken else { continue }
                #expect(second.headers[.eTag] == tag && second.headers[.vary] == "Accept-Encoding")
                #expect(second.headers[.contentLength] == nil && second.headers[.contentEncoding] == nil)
                #expect(second.headers[.cacheControl] == "no-cache")
            }
        }
    }

    @Test(arguments: [
        (nil, true, "no header"), ("*/*", true, "curl"), ("text/*", true, "any text"), ("TEXT/HTML", true, "any case"),
        ("text/html;q=0, */*", false, "refused by its name"), ("application/json", false, "a program"),
        ("image/avif,image/*", false, "a picture"), ("application/json, */*;q=0", false, "nothing else"),
        ("text/html;level=1", true, "with a parameter"), ("", false, "nothing"),
    ])
    func pagesAreForThoseWhoTakeThem(_ accept: String?, isTaken: Bool, reason: String) async throws {
        try await with { answers in
            var headers = HTTPFields()
            headers[.accept] = accept
            let page = try answer(answers, "/projects", headers)
            #expect((page != nil) == isTaken, "\(reason)")
        }
    }

    @Test func documentsMayDoLittle() async throws {
        try await with { answers in
            for path in ["/", "/favicon.svg"] {
                let headers = try #require(try answer(answers, path)).headers
                let policy = headers[HTTPField.Name("Content-Security-Policy")!] ?? ""
                let rules = policy.split(separator: ";").map { $0.trimmingPrefix(" ") }
                #expect(rules.contains("default-src 'none'") && rules.contains("script-src 'self'"))
                #expect(rules.contains("frame-ancestors 'none'") && rules.contains("base-uri 'none'"))
                #expect(!policy.contains("unsafe") && !policy.contains("*"))
                for (name, value) in [
                    ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
                    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
                ] { #expect(headers[try #require(HTTPField.Name(name))] == value) }
                #expect(headers[HTTPField.Name("Permissions-Policy")!]?.contains("camera=()") == true)
            }
        }
    }

    @Test func filesBesideThePage() async throws {
        try await with { answers in
            let icon = try #require(try answer(answers, "/favicon.svg"))
            #expect(icon.headers[.cacheControl] == "no-cache" && icon.headers[.contentType] == "image/svg+xml")
            #expect(try answer(answers, "/favicon.ico") == nil, "no page in place of a picture")
            let robots = try #require(try answer(answers, "/robots.txt"))
            #expect(robots.status == .ok && robots.headers[.contentType] == "text/plain; charset=utf-8")
        }
    }
}
