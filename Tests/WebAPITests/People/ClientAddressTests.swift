import HTTPTypes
import Hummingbird
import NIOCore
import TestKit
import Testing

@testable import WebAPI

@Suite struct ClientAddressTests {
    static let cases: [(peer: String, header: String?, address: String)] = [
        ("10.1.2.3", nil, "10.1.2.3"),
        // Whoever comes from elsewhere may write what they like.
        ("10.1.2.3", "192.0.2.1", "10.1.2.3"), ("127.0.0.1", nil, "127.0.0.1"), ("127.0.0.1", "192.0.2.1", "192.0.2.1"),
        // What a client sent stands before what the proxy added.
        ("127.0.0.1", "1.1.1.1, 192.0.2.1", "192.0.2.1"), ("::1", "2001:db8::7", "2001:db8::7"),
        ("127.0.0.1", "", "127.0.0.1"),
        // Named: one address, and networks; however they are written.
        ("10.9.0.1", "192.0.2.1", "192.0.2.1"), ("::ffff:10.9.0.1", "192.0.2.1", "192.0.2.1"),
        ("10.9.0.2", "192.0.2.1", "10.9.0.2"), ("172.31.255.1", "192.0.2.1", "192.0.2.1"),
        ("172.32.0.1", "192.0.2.1", "172.32.0.1"), ("fd00:0::7", "192.0.2.1", "192.0.2.1"),
        // One proxy behind another: the first that nobody vouches for.
        ("10.9.0.1", "1.1.1.1, 192.0.2.1, 172.16.0.5", "192.0.2.1"), ("10.9.0.1", "172.16.0.5", "172.16.0.5"),
    ]

    @Test(arguments: cases)
    func `a proxy on this machine or one that is named is taken at its word, nobody else`(
        peer: String, header: String?, address: String
    ) async throws {
        var fields = HTTPFields()
        if let header { fields[.xForwardedFor] = header }
        let head = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/", headerFields: fields)
        let call = Call(
            campus: try await TestCampus().campus, request: Request(head: head, body: .init(buffer: ByteBuffer())),
            parameters: Parameters(), requestID: "1", remoteAddress: peer,
            proxies: try TrustedProxies(["10.9.0.1", "172.16.0.0/12", "fd00::/8"]))
        #expect(call.clientAddress == address)
    }

    @Test(arguments: ["proxy.example.com", "10.0.0.0/33", "10.0.0.0/", "10.0.0", "::/129", ""])
    func `what is no address is refused`(text: String) {
        #expect(throws: TrustedProxies.NotAnAddress.self) { _ = try TrustedProxies([text]) }
    }
}
