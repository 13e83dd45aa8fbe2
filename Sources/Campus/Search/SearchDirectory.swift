import Answers
import Learning

/// By which numbers the index knows answers, lessons, courses, modules and activities. Numbers are never used again.
struct SearchDirectory {
    /// What an entry of the index is.
    enum Subject: Hashable, Sendable {
        case answer(Identifier<Answer>)
        case lesson(Identifier<Course>, activity: String)
        case story(Identifier<Story>)
    }

    /// A module or an activity.
    struct Part: Hashable {
        let course: UInt32
        let key: String
    }

    private(set) var subjects: [Subject] = []
    private var numbers: [Subject: UInt32] = [:]
    var courses: [Identifier<Course>: UInt32] = [:]
    /// Initiatives whose stories can be found, by the numbers of the groups that may.
    var initiatives: [Identifier<Initiative>: UInt32] = [:]
    var modules: [Part: UInt32] = [:]
    var activities: [Part: Place] = [:]
    var lessons: [Identifier<Course>: Set<String>] = [:]

    init() {}

    /// The number of a subject, given to it now if it has none yet.
    mutating func number(of subject: Subject) -> EntryNumber {
        if let number = numbers[subject] { return EntryNumber(number) }
        let number = UInt32(subjects.count)
        subjects.append(subject)
        numbers[subject] = number
        return EntryNumber(number)
    }

    /// What has this number; nil where none was given.
    func subject(of number: EntryNumber) -> Subject? {
        let place = Int(number.value)
        return subjects.indices.contains(place) ? subjects[place] : nil
    }

    /// The number of a course, given to it now if it has none yet.
    mutating func number(of course: Identifier<Course>) -> UInt32 {
        if let number = courses[course] { return number }
        let number = UInt32(courses.count)
        courses[course] = number
        return number
    }

    /// The number of those who may read an initiative's stories, given to it now if it has none yet. Courses count up from 0, and
    /// these down from the end.
    mutating func number(of initiative: Identifier<Initiative>) -> UInt32 {
        if let number = initiatives[initiative] { return number }
        let number = UInt32.max - UInt32(initiatives.count)
        initiatives[initiative] = number
        return number
    }

    /// Whether any stories were ever indexed.
    var hasStories: Bool { !initiatives.isEmpty }

    /// Where a course's activities stand, from now on.
    mutating func setOutline(_ outline: [(activity: String, module: String)], of course: Identifier<Course>) {
        let number = number(of: course)
        for (activity, module) in outline {
            let part = Part(course: number, key: activity)
            let moduleNumber = modules[Part(course: number, key: module)] ?? UInt32(modules.count)
            modules[Part(course: number, key: module)] = moduleNumber
            let activityNumber = activities[part]?.activity ?? UInt32(activities.count)
            activities[part] = Place(course: number, module: moduleNumber, activity: activityNumber)
        }
    }

    /// Notes which lessons a course has now.
    /// - Returns: the numbers of those that it has no longer.
    mutating func setLessons(_ keys: Set<String>, of course: Identifier<Course>) -> [EntryNumber] {
        let gone = (lessons[course] ?? []).subtracting(keys)
        lessons[course] = keys
        return gone.map { number(of: .lesson(course, activity: $0)) }
    }

    /// The place of an activity, or of its course when the activity is not known; nowhere for what is not indexed.
    func place(course: Identifier<Course>?, activity: String?) -> Place {
        guard let course, let number = courses[course] else { return Place() }
        return activity.flatMap { activities[Part(course: number, key: $0)] } ?? Place(course: number)
    }

    /// The place of a module, or of its course when the module is not known; nowhere for what is not indexed.
    func place(course: Identifier<Course>?, module: String?) -> Place {
        guard let course, let number = courses[course] else { return Place() }
        return Place(course: number, module: module.flatMap { modules[Part(course: number, key: $0)] })
    }

    /// The courses that are indexed, by their numbers.
    var coursesByNumber: [UInt32: Identifier<Course>] {
        Dictionary(uniqueKeysWithValues: courses.map { ($0.value, $0.key) })
    }

    /// The numbers of the courses that are indexed.
    func scopes(of courses: Set<Identifier<Course>>) -> Set<UInt32> {
        Set(courses.compactMap { self.courses[$0] })
    }

    /// The numbers of the initiatives whose stories are indexed.
    func scopes(of initiatives: Set<Identifier<Initiative>>) -> Set<UInt32> {
        Set(initiatives.compactMap { self.initiatives[$0] })
    }
}
