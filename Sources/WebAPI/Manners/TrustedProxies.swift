import Foundation

/// The proxies whose word about where a caller comes from is taken: those on this machine, and those that are named.
public struct TrustedProxies: Sendable {
    /// An address, or all that begin with the same bits: `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`.
    private struct Network: Sendable {
        let bytes: [UInt8]
        let bits: Int

        init?(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let bytes = Self.bytes(String(parts[0])) else { return nil }
            self.bytes = bytes
            guard parts.count == 2 else {
                bits = bytes.count * 8
                return
            }
            guard let bits = Int(parts[1]), (0...bytes.count * 8).contains(bits) else { return nil }
            self.bits = bits
        }

        func contains(_ address: String) -> Bool {
            guard let other = Self.bytes(address), other.count == bytes.count else { return false }
            return (0..<bits).allSatisfy { bit in
                (bytes[bit / 8] ^ other[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }

        /// The address in network order; four bytes also for an IPv4 address that is written as an IPv6 one (RFC 4291
        /// §2.5.5.2). Nil when it is none.
        private static func bytes(_ text: String) -> [UInt8]? {
            var short = [UInt8](repeating: 0, count: 4)
            if inet_pton(AF_INET, text, &short) == 1 { return short }
            var long = [UInt8](repeating: 0, count: 16)
            guard inet_pton(AF_INET6, text, &long) == 1 else { return nil }
            let isMapped = long[..<10].allSatisfy { $0 == 0 } && long[10...11].allSatisfy { $0 == 0xFF }
            return isMapped ? Array(long[12...]) : long
        }
    }

    private let networks: [Network]

    /// Those on this machine alone.
    public static let onThisMachine = TrustedProxies(networks: ["127.0.0.0/8", "::1"].compactMap(Network.init))

    private init(networks: [Network]) { self.networks = networks }

    /// - Parameter named: addresses, or networks with the length of their prefix.
    /// - Throws: ``NotAnAddress``
    public init(_ named: [String]) throws(NotAnAddress) {
        var networks = Self.onThisMachine.networks
        for text in named {
            guard let network = Network(text) else { throw NotAnAddress(text: text) }
            networks.append(network)
        }
        self.networks = networks
    }

    /// What was named is neither an address nor a network.
    public struct NotAnAddress: Error {
        public let text: String
    }

    /// Where a caller comes from.
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - forwardedFor: the `X-Forwarded-For` that came with it: each proxy writes at its end whom it was called by. It is
    ///     read from that end, up to the first whom nobody vouches for; what stands before may be made up.
    func client(peer: String, forwardedFor: String?) -> String {
        var client = peer
        for entry in (forwardedFor ?? "").split(separator: ",").reversed() {
            guard isTrusted(client) else { break }
            let entry = entry.filter { !$0.isWhitespace }
            if !entry.isEmpty { client = String(entry.prefix(64)) }
        }
        return client
    }

    /// Whether an address is one of them.
    func isTrusted(_ address: String) -> Bool { networks.contains { $0.contains(address) } }
}
