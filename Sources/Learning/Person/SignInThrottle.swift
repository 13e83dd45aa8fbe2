import Foundation

/// How guessing at passwords is slowed down: some failures are free, then each wait is twice the one before.
public struct SignInThrottle: Hashable, Sendable {
    /// Failures that cost no waiting.
    public var free: Int
    /// Seconds after which failures are forgotten.
    public var memory: Int64

    /// For one account, whoever asks.
    public static let account = SignInThrottle(free: 5, memory: 86_400)
    /// For one address, whatever account; an office shares one.
    public static let address = SignInThrottle(free: 50, memory: 3600)

    /// The longest wait in seconds: an attacker can keep somebody out no longer than this.
    public static let longestWait: Int64 = 900
    private static let firstWait: Int64 = 15

    /// Whether so many failures are all that cost no waiting.
    public func isUsedUp(_ failures: Int) -> Bool { failures >= free }

    /// Seconds from `now` until another try is looked at; 0 when it is at once.
    public func wait(failures: Int, lastAt: Instant, now: Instant) -> Int {
        guard isUsedUp(failures), now < lastAt.advanced(bySeconds: memory) else { return 0 }
        let wait = min(Self.longestWait, Self.firstWait << Int64(min(failures - free, 10)))
        let rest = lastAt.advanced(bySeconds: wait).milliseconds - now.milliseconds
        return rest <= 0 ? 0 : Int((rest + 999) / 1000)
    }

    /// What is counted as one address: all of an IPv4 address, the first 64 bits of an IPv6 one, which one line is given.
    public static func place(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        let halves = address.split(separator: "%")[0].components(separatedBy: "::")
        let head = halves[0].split(separator: ":")
        let tail = halves.count > 1 ? halves[1].split(separator: ":") : []
        let zeros = Array(repeating: Substring("0"), count: max(0, 8 - head.count - tail.count))
        return (head + zeros + tail).prefix(4).joined(separator: ":")
    }
}
