import PortalHosting
import Testing

@Suite struct PortalPathTests {
    @Test(arguments: [
        ("/", PortalPath.page, "the beginning"), ("/index.html", .page, "its file"),
        ("/harbor/projects/1/repositories", .page, "Harbor's links"), ("/account/sign-in", .page, "and its sign-in"),
        ("/projects/shop/repositories/web%2Ffront/artifacts/v1.0", .page, "dots further on"), ("/v2x", .page, "near"),
        ("/apis", .page, "near"), ("/assets-of-mine", .page, "near"), ("//", .page, "nothing"),
        ("/assets/main-AB12.js", .asset("main-AB12.js"), "an asset"), ("/assets", .asset(""), "the directory"),
        ("/assets/", .asset(""), "the directory"), ("/assets/../index.html", .asset("../index.html"), "dots"),
        ("/favicon.svg", .file("favicon.svg"), "a file"), ("/favicon.ico", .file("favicon.ico"), "one there isn't"),
    ])
    func ours(_ path: String, _ expected: PortalPath, reason: String) {
        #expect(PortalPath(path) == expected, "\(reason)")
    }

    @Test(arguments: [
        "/v2", "/v2/", "/v2/x/manifests/1", "/api", "/api/", "/api/v2.0/projects", "/c", "/c/login", "/service",
        "/service/token", "/metrics", "/metrics/x", "", "x", "*", "/.well-known/security.txt", "/.env", "/..",
        "/pr\u{e9}", "/a b", "/a\u{0}", "/" + String(repeating: "a", count: 8192),
    ])
    func notOurs(_ path: String) { #expect(PortalPath(path) == nil) }
}
