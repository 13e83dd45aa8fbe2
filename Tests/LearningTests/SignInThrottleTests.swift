import Testing

@testable import Learning

@Suite struct SignInThrottleTests {
    private static let last = Instant(milliseconds: 1_000_000)

    @Test(arguments: [
        (0, 0, 0), (4, 0, 0), (5, 0, 15), (5, 14, 1), (5, 15, 0), (6, 0, 30), (7, 0, 60), (11, 0, 900), (400, 0, 900),
        (400, 899, 1), (400, 900, 0), (5, 86_400, 0),
    ])
    func `each wait is twice the one before, and ends`(failures: Int, passed: Int64, wait: Int) {
        let now = Self.last.advanced(bySeconds: passed)
        #expect(SignInThrottle.account.wait(failures: failures, lastAt: Self.last, now: now) == wait)
    }

    @Test(arguments: [
        ("10.1.2.3", "10.1.2.3"), ("2001:db8::1", "2001:db8:0:0"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
        ("fe80::1%eth0", "fe80:0:0:0"), ("::1", "0:0:0:0"), ("::ffff:10.1.2.3", "::ffff:10.1.2.3"), ("", ""),
    ])
    func `a line's addresses are one place`(address: String, place: String) {
        #expect(SignInThrottle.place(of: address) == place)
    }
}
