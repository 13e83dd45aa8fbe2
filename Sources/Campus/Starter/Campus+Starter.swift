public import Foundation
import Learning
import Persistence
import Store

extension Campus {
    /// When the starter organization was first loaded: its days count back from then, however often it is loaded again.
    static let starterBegan = "starter-began"

    /// Loads a starter organization: people, courses, answers, and what they did, each at its time and through the same verbs
    /// as everything else. What is there already stays; loading it twice changes nothing.
    ///
    /// - Parameters:
    ///   - folder: `people.csv`, `answers.csv` and `organization.json`.
    ///   - courses: a folder of packages that are imported between people and answers; nil for none.
    /// - Throws: ``Refusal`` when a file is missing or is not what it should be.
    public func loadStarter(from folder: URL, courses: URL?) async throws -> StarterReport {
        let files = try StarterFiles(folder)
        var report = StarterReport()
        let start = now()
        let base = try await write(.operator) { connection, _ in
            try SettingStore.ensure(Self.starterBegan, value: "\(start.milliseconds)", connection)
            return Instant(
                milliseconds: try SettingStore.value(Self.starterBegan, connection).flatMap(Int64.init)
                    ?? start.milliseconds)
        }
        let happenings = files.happenings
        // They were there before anything happened.
        let before = base.advanced(bySeconds: Int64(-86_400 * (happenings.startDaysAgo + 14)))
        for row in try await standing(at: before).takeRoster(csv: files.people, isChanging: false, .operator) {
            switch row.outcome {
            case .added: report.people += 1
            case .refused(let detail): report.refused.append("people.csv:\(row.line): \(detail.message)")
            case .changed, .unchanged, .left, .returned: break
            }
        }
        if let courses {
            // Somebody answers for them.
            let trainer = try await starterRoles().first { $0.role == "trainer" }?.person.id
            for package in packages(in: courses) {
                let known = try await standing(at: before)
                    .importCourse(package, by: trainer.map { .person($0) } ?? .operator)
                if known.result == .created { report.courses += 1 }
                if known.result == .refused {
                    report.refused.append("The course \(package.lastPathComponent) was refused.")
                }
            }
        }
        let answers = try await standing(at: before)
            .importAnswers(Data(files.answers.utf8), as: .csv, isChanging: false, .operator)
        report.answers = answers.count { $0.outcome == .created }
        report.refused += answers.compactMap { row in
            guard case .refused(let detail) = row.outcome else { return nil }
            return "answers.csv:\(row.position.line): \(detail.message)"
        }
        try await StarterReplay(self, happenings, base: base).run(&report)
        return report
    }
}
