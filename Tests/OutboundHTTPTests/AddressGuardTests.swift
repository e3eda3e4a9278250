import OutboundHTTP
import Testing

@Suite struct AddressGuardTests {
    @Test(
        "refused by itself",
        arguments: [
            ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("::1", "loopback"),
            ("0.0.0.0", "unspecified"), ("0.1.2.3", "unspecified"), ("::", "unspecified"),
            ("169.254.169.254", "a cloud's metadata"), ("fd00:ec2::254", "a cloud's metadata"),
            ("100.100.100.200", "a cloud's metadata"), ("168.63.129.16", "a cloud's metadata"),
            ("169.254.1.1", "link-local"), ("fe80::1", "link-local"), ("febf::1", "link-local"),
            ("fec0::1", "link-local"), ("224.0.0.1", "multicast"), ("239.255.255.255", "multicast"),
            ("ff02::1", "multicast"), ("255.255.255.255", "broadcast or reserved"),
            ("240.0.0.1", "broadcast or reserved"), ("::ffff:127.0.0.1", "loopback"),
            ("::ffff:169.254.169.254", "a cloud's metadata"), ("::127.0.0.1", "loopback"),
            ("::ffff:0:127.0.0.1", "loopback"), ("64:ff9b::127.0.0.1", "loopback"),
            ("64:ff9b::a9fe:a9fe", "a cloud's metadata"), ("2002:7f00:1::", "loopback"),
            ("2002:a9fe:a9fe::1", "a cloud's metadata"), ("64:ff9b:1::1", "a tunnel's"), ("2001:0:1::1", "a tunnel's"),
        ])
    func refused(text: String, kind: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressGuard().refusal(of: address, host: "example.com") == kind)
    }

    @Test(
        "let through",
        arguments: [
            "192.0.2.1", "8.8.8.8", "2606:4700::1111", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "100.64.0.1", "fd12::1", "128.0.0.1", "126.255.255.255", "169.253.255.255", "223.255.255.255",
            "::ffff:10.0.0.1", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:db8::1",
        ])
    func allowed(text: String) throws {
        #expect(AddressGuard().refusal(of: try #require(IPAddress(text)), host: "example.com") == nil)
    }

    @Test(
        "private ones where they aren't wanted",
        arguments: ["10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fd12::1", "fc00::1", "::ffff:10.0.0.1"])
    func privateNetworks(text: String) throws {
        let closed = AddressGuard(allowsPrivateNetworks: false)
        #expect(closed.refusal(of: try #require(IPAddress(text)), host: "h") == "private")
        #expect(closed.refusal(of: try #require(IPAddress("172.32.0.1")), host: "h") == nil, "just beyond")
    }

    @Test func listedNetworksAndHostsPass() throws {
        let listed = try ["127.0.0.0/8", "169.254.169.254", "Proxy.Internal.", "::1"].map {
            try #require(AllowedDestination($0))
        }
        let open = AddressGuard(allowed: listed, allowsPrivateNetworks: false)
        func refusal(_ text: String, host: String = "h") throws -> String? {
            open.refusal(of: try #require(IPAddress(text)), host: host)
        }
        #expect(try refusal("127.0.0.1") == nil)
        #expect(try refusal("::ffff:127.0.0.1") == nil, "the same address in another coat")
        #expect(try refusal("::1") == nil)
        #expect(try refusal("169.254.169.254") == nil)
        #expect(try refusal("169.254.169.253") == "link-local")
        #expect(try refusal("10.0.0.1", host: "proxy.internal") == nil)
        #expect(try refusal("10.0.0.1", host: "other.internal") == "private")
    }

    @Test(
        "what the setting doesn't take",
        arguments: [
            "", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "http://x", "a b", "*.example.com", "[::1]",
        ])
    func malformed(text: String) {
        #expect(AllowedDestination(text) == nil)
    }

    @Test func networksEndAtTheirLastBit() throws {
        let network = try #require(IPNetwork("172.16.0.0/12"))
        let addresses = ["172.31.255.255", "172.32.0.0", "::ac10:1"].compactMap { IPAddress($0) }
        #expect(addresses.map(network.contains) == [true, false, false], "the last is of another protocol")
        let everything = try #require(IPNetwork("0.0.0.0/0"))
        #expect(addresses.map(everything.contains) == [true, true, false])
    }
}
