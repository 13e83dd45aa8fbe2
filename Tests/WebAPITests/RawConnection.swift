import Foundation

/// A TCP connection without an HTTP library, to send what none would send.
struct RawConnection {
    struct Failure: Error { let call: String }

    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        // Only so that a test ends at all: on a loaded machine a reply may wait long behind other tests.
        var limit = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(call: "connect") }
    }

    /// Sends all, as far as the other end takes it, and reads until the other end closes; on a thread of its own, as the
    /// server under test needs the cooperative ones.
    /// - Parameter breaksOff: whether our end is closed once all is sent, as it is when a client dies.
    func exchange(_ request: Data, breaksOff: Bool = false) async -> String {
        String(decoding: await pieces(request, breaksOff: breaksOff).joined(), as: UTF8.self)
    }

    /// The same, as it came: what stood ready to be read each time.
    func pieces(_ request: Data, breaksOff: Bool = false) async -> [Data] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: blockingExchange(request, breaksOff: breaksOff))
            }
        }
    }

    private func blockingExchange(_ request: Data, breaksOff: Bool) -> [Data] {
        defer { _ = close(descriptor) }
        var sent = 0
        request.withUnsafeBytes { bytes in
            while sent < bytes.count {
                let count = send(descriptor, bytes.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
                if count <= 0 { break }
                sent += count
            }
        }
        if breaksOff { shutdown(descriptor, Int32(SHUT_WR)) }
        var reply: [Data] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            reply.append(Data(buffer[..<count]))
        }
        return reply
    }
}
