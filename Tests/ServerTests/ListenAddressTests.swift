import Server
import Testing

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8080", ListenAddress.network(host: "127.0.0.1", port: 8080), "127.0.0.1:8080"),
        (":80", .network(host: "0.0.0.0", port: 80), "0.0.0.0:80"),
        ("[::1]:443", .network(host: "::1", port: 443), "[::1]:443"),
        ("localhost:0", .network(host: "localhost", port: 0), "localhost:0"),
        ("unix:/run/haven.sock", .socket(path: "/run/haven.sock"), "unix:/run/haven.sock"),
    ])
    func wellFormed(_ text: String, _ expected: ListenAddress, description: String) throws {
        let address = try ListenAddress(text, setting: .listen)
        #expect(address == expected && address.description == description)
    }

    @Test(arguments: [
        ("", "empty"), ("8080", "no colon"), ("host:", "no port"), ("host:http", "a name"), ("host:65536", "too large"),
        ("host:-1", "negative"), ("unix:", "no path"), ("unix:/" + String(repeating: "a", count: 107), "108 bytes"),
    ])
    func malformed(_ text: String, reason: String) {
        #expect(throws: Settings.Invalid.self, "\(reason)") { try ListenAddress(text, setting: .listen) }
    }
}
