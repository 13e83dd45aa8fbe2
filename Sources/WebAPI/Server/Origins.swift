/// Where people reach the two servers, checked before anything is served.
public struct Origins: Hashable, Sendable {
    public let app: Origin
    public let content: Origin

    /// Why it cannot be served like that.
    public struct Problem: Error {
        /// For a person.
        public let sentence: String
    }

    /// - Parameters:
    ///   - host: what both servers listen on. Off loopback both URLs are needed, https, on two hosts.
    ///   - publicURL: where people reach the page; host and port unless it is given.
    ///   - contentURL: where people reach the packages' files.
    public init(
        host: String, port: Int, contentPort: Int, publicURL: String?, contentURL: String?
    ) throws(Problem) {
        app = try Self.origin(publicURL, option: "--public-url", host: host, port: port)
        content = try Self.origin(contentURL, option: "--content-url", host: host, port: contentPort)
        if !Self.isLoopback(host) {
            guard publicURL != nil, contentURL != nil, app.scheme == "https", content.scheme == "https",
                app.host != content.host
            else {
                throw Problem(
                    sentence: """
                        --host \(host) can be reached from elsewhere: give --public-url and --content-url, both https \
                        and on two hosts, such as https://corner.example.com and https://corner-content.example.com. \
                        TLS is the proxy's.
                        """)
            }
        }
        guard app != content else {
            throw Problem(sentence: "The page and the packages' files need two origins; both would be \(app.text).")
        }
    }

    private static func origin(
        _ url: String?, option: String, host: String, port: Int
    ) throws(Problem) -> Origin {
        guard (0...65_535).contains(port), port > 0 || url != nil else {
            let port = option == "--public-url" ? "--port" : "--content-port"
            throw Problem(
                sentence: "\(port) must lie between 1 and 65535. 0 takes any that is free, and then needs \(option).")
        }
        let url = url ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        guard let origin = Origin(url) else {
            throw Problem(
                sentence: "\(option) must be like https://corner.example.com, without a path; it is “\(url)”.")
        }
        return origin
    }

    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || host == "::1"
            || (parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil })
    }
}
