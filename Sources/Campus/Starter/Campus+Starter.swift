public import Foundation
import Learning
import Persistence
import Store

extension Campus {
    /// When the starter organization was first loaded: its days count back from then, however often it is loaded again.
    private static let began = "starter-began"

    /// Loads a starter organization: people, courses, answers, and what they did, each at its time and through the same verbs
    /// as everything else. What is there already stays; loading it twice changes nothing.
    ///
    /// - Parameters:
    ///   - folder: `people.csv`, `answers.csv` and `organization.json`.
    ///   - courses: a folder of packages that are imported between people and answers; nil for none.
    /// - Throws: ``Refusal`` when a file is missing or is not what it should be.
    public func loadStarter(from folder: URL, courses: URL?) async throws -> StarterReport {
        var report = StarterReport()
        let start = now()
        let base = try await write(.operator) { connection, _ in
            try SettingStore.ensure(Self.began, value: "\(start.milliseconds)", connection)
            return Instant(
                milliseconds: try SettingStore.value(Self.began, connection).flatMap(Int64.init) ?? start.milliseconds)
        }
        let happenings = try StarterHappenings(contentsOf: folder.appendingPathComponent("organization.json"))
        let people = try CSVTable(try Self.text(folder.appendingPathComponent("people.csv")))
        // They were there before anything happened.
        let before = base.advanced(bySeconds: Int64(-86_400 * (happenings.startDaysAgo + 14)))
        report.people = try await standing(at: before).add(people, &report.refused)
        if let courses {
            for package in packages(in: courses) {
                let known = try await standing(at: before).importCourse(package, by: .operator)
                if known.result == .created { report.courses += 1 }
                if known.result == .refused {
                    report.refused.append("The course \(package.lastPathComponent) was refused.")
                }
            }
        }
        let answers = try await standing(at: before)
            .importAnswers(
                csv: try Self.text(folder.appendingPathComponent("answers.csv")), isChanging: false, .operator)
        report.answers = answers.count { $0.outcome == .created }
        report.refused += answers.compactMap { row in
            guard case .refused(let detail) = row.outcome else { return nil }
            return "answers.csv:\(row.line): \(detail.message)"
        }
        try await StarterReplay(self, happenings, base: base).run(&report)
        return report
    }

    /// Adds those who are not there yet; managers come before those who report to them.
    private func add(_ table: CSVTable, _ refused: inout [String]) async throws -> Int {
        let names = Set(table.rows.compactMap { $0["external_id"] })
        var known = try await read(.operator) { connection, _ in
            try PersonStore.find(externalIDs: names, connection)
        }
        var added = 0
        try await finishLeaving(table, known)
        var waiting = table.rows.filter { row in row["external_id"].map { known[$0] == nil } ?? true }
        while !waiting.isEmpty {
            let ready = waiting.filter { row in row["manager_external_id"].map { known[$0] != nil } ?? true }
            if ready.isEmpty {
                refused += waiting.map { "people.csv:\($0.line): the manager is not there, or reports to this person." }
                break
            }
            for row in ready {
                do {
                    let person = try await addPerson(Self.draft(row, known), .operator)
                    if let name = row["external_id"] { known[name] = person.id }
                    if row["status"] == "left" { try await letLeave(person) }
                    added += 1
                } catch let refusal as Refusal where refusal.kind != .unavailable {
                    refused.append("people.csv:\(row.line): \(refusal.message)")
                }
            }
            waiting.removeAll { row in ready.contains { $0.line == row.line } }
        }
        return added
    }

    /// Lets those leave who were added before a load was cut off. Whom somebody has changed since stays as they are.
    private func finishLeaving(_ table: CSVTable, _ known: [String: Identifier<Person>]) async throws {
        for row in table.rows where row["status"] == "left" {
            guard let id = row["external_id"].flatMap({ known[$0] }) else { continue }
            let person = try await person(id, .operator)
            if person.leftAt == nil, person.revision == 1 { try await letLeave(person) }
        }
    }

    private func letLeave(_ person: Person) async throws {
        let change = PersonChange(leaving: .set(.now))
        _ = try await changePerson(person.id, change, revision: person.revision, .operator)
    }

    private static func draft(_ row: CSVTable.Row, _ known: [String: Identifier<Person>]) -> PersonDraft {
        PersonDraft(
            name: row["name"] ?? "", email: row["email"], externalID: row["external_id"],
            roles: Set(row.list("roles").compactMap(Role.init)),
            managerID: row["manager_external_id"].flatMap { known[$0] },
            timeZone: row["time_zone"] ?? "UTC", locale: row["locale"] ?? "en")
    }

    private static func text(_ file: URL) throws -> String {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw Refusal(.missing, "no-such-file", "The file \(file.path) is not there.")
        }
        do {
            return try UTF8Text.decode(data)
        } catch {
            throw Refusal(.invalid, error.code, "\(file.path): \(error.message)")
        }
    }
}
