import CoursePackage
import Foundation
import Learning
import Testing

/// A curriculum with marks (1️⃣ …) before the elements that something is said about.
struct Marked {
    let text: String
    /// Line and column of each mark, by its number.
    let places: [Int: (line: Int, column: Int)]

    init(_ marked: String) {
        var text = ""
        var places: [Int: (line: Int, column: Int)] = [:]
        var (line, column) = (1, 1)
        for character in marked {
            if character.unicodeScalars.count == 3, character.unicodeScalars.last == "\u{20E3}",
                let number = character.unicodeScalars.first?.properties.numericType == nil
                    ? nil : Int(String(character.unicodeScalars.first ?? "0"))
            {
                places[number] = (line, column)
                continue
            }
            text.append(character)
            (line, column) = character == "\n" ? (line + 1, 1) : (line, column + character.unicodeScalars.count)
        }
        self.text = text
        self.places = places
    }

    /// A course that has nothing to complain of but what is in `inside`; the marks stay.
    static func course(_ inside: String) -> Marked {
        Marked(
            "<curriculum xmlns=\"urn:cornerman:curriculum:1\" id=\"c\">\n  <title>C</title>\n\(inside)\n</curriculum>\n"
        )
    }

    /// One activity, or several, in a module of such a course.
    static func module(_ inside: String) -> Marked {
        course("  <module id=\"m\" kind=\"training\"><title>M</title>\n\(inside)\n  </module>")
    }

    /// Reads it, beside `files` when there are any.
    func read(files: [String: [UInt8]] = [:]) throws -> PackageReading {
        let scratch = try Scratch()
        if files.isEmpty { return PackageReader().read(try scratch.write(text)) }
        return PackageReader().read(
            try scratch.write(files.merging(["curriculum.xml": Array(text.utf8)]) { one, _ in one }))
    }

    /// What is said, without advice and notes: `1 warning bad-value`, sorted; a finding at no mark has its place instead.
    func said(_ reading: PackageReading) -> [String] {
        reading.findings.filter { $0.severity <= .warning }.map { finding in
            let mark = places.first { $0.value.line == finding.line && $0.value.column == finding.column }
            let place = mark.map { "\($0.key)" } ?? "\(finding.line ?? 0):\(finding.column ?? 0)"
            return "\(place) \(finding.severity.rawValue) \(finding.code)"
        }.sorted()
    }

    /// The first activity of the course.
    static func step(_ reading: PackageReading) throws -> Step {
        try #require(reading.draft?.modules.first?.steps.first)
    }
}
