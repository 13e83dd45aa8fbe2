import Learning
import Testing

@Suite struct InitiativeTests {
    private static func initiative(_ day: String, _ zone: String) throws -> Initiative {
        Initiative(id: Identifier(stored: "i"), fields: try fields(day, zone), createdAt: Instant(milliseconds: 0))
    }

    private static func fields(_ day: String, _ zone: String) throws -> InitiativeFields {
        InitiativeFields(
            title: "Ask first", why: "Deals end in no decision.", sponsorID: Identifier(stored: "s"),
            ownerID: Identifier(stored: "o"), courses: [Identifier(stored: "c")],
            startsOn: try #require(CivilDate(day)),
            timeZone: zone)
    }

    private static func instant(_ day: String, hour: Int64, minute: Int64 = 0) throws -> Instant {
        try #require(CivilDate(day)).start(in: "UTC").advanced(bySeconds: hour * 3600 + minute * 60)
    }

    @Test(arguments: [
        // Before the start, on it, after it; what day it is, is the zone's to say.
        ("2026-03-02", "Europe/Berlin", "2026-02-27", 12, "2026-03-02"),
        ("2026-03-02", "Europe/Berlin", "2026-03-01", 22, "2026-03-02"),
        ("2026-03-02", "Europe/Berlin", "2026-03-02", 12, "2026-03-02"),
        ("2026-03-02", "Europe/Berlin", "2026-03-02", 23, "2026-03-03"),
        ("2026-03-02", "Pacific/Auckland", "2026-03-02", 12, "2026-03-03"),
        ("2026-03-02", "America/Los_Angeles", "2026-03-03", 7, "2026-03-02"),
        ("2026-03-02", "America/Los_Angeles", "2026-03-03", 8, "2026-03-03"),
        // The night in which the clocks are changed: the same hour in UTC, another day.
        ("2026-03-01", "Europe/Berlin", "2026-03-28", 22, "2026-03-28"),
        ("2026-03-01", "Europe/Berlin", "2026-03-29", 22, "2026-03-30"),
        ("2026-10-01", "Europe/Berlin", "2026-10-24", 22, "2026-10-25"),
        ("2026-10-01", "Europe/Berlin", "2026-10-25", 22, "2026-10-25"),
    ])
    func `a plan starts on the later of the start and the day of enrolling`(
        start: String, zone: String, day: String, hour: Int64, expected: String
    ) throws {
        let enrolled = try Self.instant(day, hour: hour)
        #expect(try Self.initiative(start, zone).start(forEnrolled: enrolled).description == expected)
    }

    @Test(arguments: [
        ("2026-03-01", "Europe/Berlin", "starts-in-the-past"), ("2026-03-02", "Europe/Berlin", nil),
        ("2026-03-03", "Europe/Berlin", nil),
        // At nine in the morning UTC it is still yesterday in Hawaii, and tomorrow nowhere.
        ("2026-03-01", "Pacific/Honolulu", nil), ("2026-03-01", "Pacific/Kiritimati", "starts-in-the-past"),
    ])
    func `a first day that is over is refused`(day: String, zone: String, code: String?) throws {
        let now = try Self.instant("2026-03-02", hour: 9)
        let fields = try Self.fields(day, zone)
        #expect(InitiativeStart.problem(fields, isUnderWay: false, now: now)?.code == code)
        #expect(InitiativeStart.problem(fields, isUnderWay: true, now: now) == nil)
    }

    @Test func `a start moves until it has come`() throws {
        let before = try Self.initiative("2026-03-10", "Europe/Berlin")
        let ahead = try Self.instant("2026-03-02", hour: 9)
        func problem(_ day: String, at now: Instant) throws -> String? {
            InitiativeStart.problem(moving: before, to: try Self.fields(day, "Europe/Berlin"), now: now)?.code
        }
        #expect(try problem("2026-03-20", at: ahead) == nil)
        #expect(try problem("2026-03-01", at: ahead) == "starts-in-the-past")
        let begun = try Self.instant("2026-03-10", hour: 9)
        #expect(try problem("2026-03-20", at: begun) == "has-begun")
        #expect(try problem("2026-03-10", at: begun) == nil)
    }

    @Test(arguments: [
        ("", "why", 1, "UTC", 0, ["/title"]), ("t", " ", 1, "UTC", 0, ["/why"]), ("t", "w", 0, "UTC", 0, ["/courses"]),
        ("t", "w", 11, "UTC", 0, ["/courses"]), ("t", "w", 1, "Mars/Olympus", 0, ["/time_zone"]),
        ("t", "w", 1, "GMT+5", 0, ["/time_zone"]), ("t", "w", 1, "CEST", 0, ["/time_zone"]),
        ("t", "w", 1, "UTC", 4000, ["/starts_on"]), ("t", "w", 1, "Asia/Kolkata", 0, []),
    ])
    func `what is wrong is said with its place`(
        title: String, why: String, courses: Int, zone: String, days: Int, pointers: [String]
    ) throws {
        let today = try #require(CivilDate("2026-03-02"))
        var fields = try Self.fields("2026-03-02", zone)
        fields.title = title
        fields.why = why
        fields.courses = (0..<courses).map { Identifier(stored: "c\($0)") }
        fields.startsOn = today.advanced(days: days)
        #expect(fields.normalized.problems(today: today).map(\.pointer) == pointers)
    }

    @Test(arguments: [
        (InitiativeReply.Answer.imIn, nil, nil), (.imIn, " ", nil), (.imIn, "why not", "not-asked"),
        (.notYet, nil, "required"), (.notYet, "  ", "required"), (.notYet, "I travel", nil),
        (.notYet, String(repeating: "a", count: 2001), "too-long"),
    ])
    func `a not yet says why, and nothing else does`(
        answer: InitiativeReply.Answer, because: String?, code: String?
    ) {
        let reply = InitiativeReply(
            personID: Identifier(stored: "p"), answer: answer, because: because, saidAt: Instant(milliseconds: 0))
        #expect(reply.normalized.problem?.code == code)
    }
}
