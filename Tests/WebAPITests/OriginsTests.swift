import Testing

@testable import WebAPI

@Suite struct OriginsTests {
    @Test(arguments: [
        ("https://Corner.example.com/", "https://corner.example.com"),
        ("https://corner.example.com:443", "https://corner.example.com"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://[::1]:80/", "http://[::1]"),
        ("https://a.example.com/path", nil), ("https://a.example.com?x", nil), ("ftp://a.example.com", nil),
        ("corner.example.com", nil), ("https://", nil), ("https://kim:pw@a.example.com", nil),
    ])
    func `an origin is scheme, host and port`(_ sample: (url: String, text: String?)) {
        #expect(Origin(sample.url)?.text == sample.text)
    }

    private func problem(_ host: String, _ app: String?, _ content: String?, contentPort: Int = 8081) -> String? {
        do throws(Origins.Problem) {
            _ = try Origins(
                host: host, port: 8080, contentPort: contentPort, publicURL: app, contentURL: content)
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test(arguments: ["127.0.0.1", "localhost", "::1", "127.1.2.3"])
    func `loopback needs no addresses`(host: String) {
        #expect(problem(host, nil, nil) == nil)
    }

    @Test(arguments: [
        (nil, nil), ("https://a.example.com", nil), ("https://a.example.com", "https://a.example.com:8443"),
        ("http://a.example.com", "https://b.example.com"), ("https://a.example.com", "http://b.example.com"),
    ])
    func `elsewhere needs two hosts behind TLS`(_ sample: (app: String?, content: String?)) {
        for host in ["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.com"] {
            #expect(problem(host, sample.app, sample.content)?.contains("both https and on two hosts") == true)
            #expect(problem(host, "https://a.example.com", "https://b.example.com") == nil)
        }
    }

    @Test(arguments: [
        (-1, nil, false), (0, nil, false), (0, "http://127.0.0.1:9", true), (65_535, nil, true), (65_536, nil, false),
    ])
    func `a port is one that there is, or any where the address is given`(
        _ sample: (port: Int, app: String?, isFine: Bool)
    ) {
        let origins = try? Origins(
            host: "127.0.0.1", port: sample.port, contentPort: 8081, publicURL: sample.app, contentURL: nil)
        #expect((origins != nil) == sample.isFine)
    }

    @Test func `the two are never one`() {
        #expect(problem("127.0.0.1", nil, nil, contentPort: 8080)?.contains("two origins") == true)
        #expect(problem("127.0.0.1", "https://a.example.com", "https://a.example.com:443") != nil)
        #expect(problem("127.0.0.1", "nonsense", nil)?.hasPrefix("--public-url must be") == true)
    }
}
