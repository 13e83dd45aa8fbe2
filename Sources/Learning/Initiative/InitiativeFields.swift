/// What a leader says of an initiative.
public struct InitiativeFields: Hashable, Sendable {
    public var title: String
    /// Why this change, and why now; Markdown.
    public var why: String
    /// The leader who stands for it from start to finish.
    public var sponsorID: Identifier<Person>
    /// The trainer or leader who sees to it.
    public var ownerID: Identifier<Person>
    /// In the order in which they are shown.
    public var courses: [Identifier<Course>]
    /// The first day, in `timeZone`.
    public var startsOn: CivilDate
    /// IANA name.
    public var timeZone: String
    /// When on a day its kickoffs and meetings begin, on clocks in `timeZone`; nil where that is not said.
    public var meetsAt: ClockTime?

    public init(
        title: String, why: String, sponsorID: Identifier<Person>, ownerID: Identifier<Person>,
        courses: [Identifier<Course>], startsOn: CivilDate, timeZone: String, meetsAt: ClockTime? = nil
    ) {
        self.title = title
        self.why = why
        self.sponsorID = sponsorID
        self.ownerID = ownerID
        self.courses = courses
        self.startsOn = startsOn
        self.timeZone = timeZone
        self.meetsAt = meetsAt
    }

    /// The same without outer space, and without courses that are there twice.
    public var normalized: InitiativeFields {
        var fields = self
        fields.title = title.trimmed
        fields.why = why.trimmed
        var seen: Set<Identifier<Course>> = []
        fields.courses = courses.filter { seen.insert($0).inserted }
        return fields
    }

    /// Everything that is wrong with normalized fields in themselves, each with its pointer.
    public func problems(today: CivilDate) -> [Refusal.Detail] {
        var details: [Refusal.Detail] = []
        func problem(_ pointer: String, _ code: String, _ message: String) {
            details.append(.init(pointer: pointer, code: code, message: message))
        }
        for (text, limit, pointer) in [(title, Limits.name, "/title"), (why, Limits.note, "/why")] {
            let count = text.unicodeScalars.count
            if count == 0 {
                problem(pointer, "empty", "At least 1 character is needed.")
            } else if count > limit.value {
                problem(pointer, "too-long", "At most \(limit.value) characters are allowed; \(count) came.")
            }
        }
        if let weight = MarkdownWeight(why).problem {
            problem("/why", "too-large", weight.message + " " + weight.hint)
        }
        if courses.isEmpty {
            problem("/courses", "empty", "An initiative has at least one course.")
        } else if courses.count > Limits.initiativeCourses.value {
            problem(
                "/courses", "too-many",
                "At most \(Limits.initiativeCourses.value) courses are allowed; \(courses.count) came.")
        }
        if !TimeZones.isKnown(timeZone) {
            problem("/time_zone", "bad-time-zone", "The name of a time zone like Europe/Berlin is expected.")
        }
        if abs(startsOn.dayNumber - today.dayNumber) > Limits.startYears.value * 366 {
            problem(
                "/starts_on", "out-of-range", "The first day lies within \(Limits.startYears.value) years of today.")
        }
        return details
    }
}
