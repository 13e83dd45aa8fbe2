import Answers
import Learning

extension SearchDirectory {
    func save(_ writer: SavedWriter) throws {
        try writer.write(subjects.count)
        for subject in subjects {
            switch subject {
            case .answer(let id): try writer.write("a\(id.text)")
            case .story(let id): try writer.write("s\(id.text)")
            case .lesson(let course, let activity): try writer.write("l\(course.text) \(activity)")
            }
        }
        // Numbers go down from the end, in this order.
        try writer.write(initiatives.count)
        for (initiative, _) in initiatives.sorted(by: { $0.value > $1.value }) { try writer.write(initiative.text) }
        try writer.write(courses.count)
        for (course, number) in courses.sorted(by: { $0.value < $1.value }) {
            try writer.write(course.text)
            let keys = (lessons[course] ?? []).sorted()
            try writer.write(keys.count)
            for key in keys { try writer.write(key) }
            let parts = activities.filter { $0.key.course == number }.sorted { $0.key.key < $1.key.key }
            try writer.write(parts.count)
            for (part, place) in parts {
                try writer.write(part.key)
                try writer.write([place.module ?? 0, place.activity ?? 0])
            }
        }
        try writer.write(modules.count)
        for (part, number) in modules.sorted(by: { $0.value < $1.value }) {
            try writer.write(part.key)
            try writer.write([part.course, number])
        }
    }

    init(_ reader: inout SavedReader) throws(SavedIndexError) {
        for _ in 0..<max(0, try reader.number()) {
            let text = try reader.text()
            let parts = text.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            switch (text.first, parts.count) {
            case ("a", 1): _ = number(of: .answer(Identifier(stored: String(parts[0]))))
            case ("s", 1): _ = number(of: .story(Identifier(stored: String(parts[0]))))
            case ("l", 2):
                _ = number(of: .lesson(Identifier(stored: String(parts[0])), activity: String(parts[1])))
            default: throw .contradictory("there is an entry of an unknown kind")
            }
        }
        for _ in 0..<max(0, try reader.number()) {
            _ = number(of: Identifier<Initiative>(stored: try reader.text()))
        }
        for _ in 0..<max(0, try reader.number()) {
            let course = Identifier<Course>(stored: try reader.text())
            let number = number(of: course)
            var keys: Set<String> = []
            for _ in 0..<max(0, try reader.number()) { keys.insert(try reader.text()) }
            lessons[course] = keys
            for _ in 0..<max(0, try reader.number()) {
                let part = Part(course: number, key: try reader.text())
                let numbers = try reader.numbers(UInt32.self)
                guard numbers.count == 2 else { throw .contradictory("an activity stands nowhere") }
                activities[part] = Place(course: number, module: numbers[0], activity: numbers[1])
            }
        }
        for _ in 0..<max(0, try reader.number()) {
            let key = try reader.text()
            let numbers = try reader.numbers(UInt32.self)
            guard numbers.count == 2 else { throw .contradictory("a module stands nowhere") }
            modules[Part(course: numbers[0], key: key)] = numbers[1]
        }
    }
}
