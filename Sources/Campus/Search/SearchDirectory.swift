import Answers
import Learning

/// By which numbers the index knows answers, lessons, courses, modules and activities. Numbers are never used again.
struct SearchDirectory {
    /// What an entry of the index is.
    enum Subject: Hashable, Sendable {
        case answer(Identifier<Answer>)
        case lesson(Identifier<Course>, activity: String)
    }

    /// A module or an activity.
    private struct Part: Hashable {
        let course: UInt32
        let key: String
    }

    private var subjects: [Subject] = []
    private var numbers: [Subject: UInt32] = [:]
    private var courses: [Identifier<Course>: UInt32] = [:]
    private var modules: [Part: UInt32] = [:]
    private var activities: [Part: Place] = [:]
    private var lessons: [Identifier<Course>: Set<String>] = [:]

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

    /// The numbers of the courses that are indexed.
    func scopes(of courses: Set<Identifier<Course>>) -> Set<UInt32> {
        Set(courses.compactMap { self.courses[$0] })
    }
}
