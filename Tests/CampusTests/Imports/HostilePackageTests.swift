import Archive
import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

/// Packages that mean harm, through the whole of an import.
@Suite struct HostilePackageTests {
    private static let shared: URL = {
        if let told = ProcessInfo.processInfo.environment["CORNERMAN_SHARED"], !told.isEmpty {
            return URL(fileURLWithPath: told, isDirectory: true)
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../../shared")
    }()

    private static let folders = ["hostile", "derived"].map { shared.appendingPathComponent("corpus/\($0)") }

    /// How many rows of courses and blobs there are.
    private func kept(_ test: TestCampus) async throws -> [Int] {
        let rows = try await test.campus.database.read { connection in
            try ["course", "course_version", "step", "version_file", "answer", "change"].reduce(0) { count, table in
                let rows = try connection.value("SELECT COUNT(*) FROM \(SQLQuery(stringLiteral: table))", of: Int.self)
                return count + (rows ?? 0)
            }
        }
        return [rows, try test.campus.blobs.all().count]
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: folders[0].path),
            "needs the shared corpus: CORNERMAN_SHARED, or ../shared"))
    func `what is refused leaves nothing, and says why and how to mend it`() async throws {
        let test = try await TestCampus(.sqliteFile)
        var refused = 0
        for folder in Self.folders {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
                let before = try await kept(test)
                let report = try await test.campus.importCourse(folder.appendingPathComponent(name), by: .operator)
                guard report.result == .refused else { continue }
                refused += 1
                let fatal = try #require(report.findings.first { $0.severity == .fatal }, "\(name)")
                #expect(!fatal.message.isEmpty && fatal.hint != nil, "\(name)")
                #expect(try await kept(test) == before, "\(name)")
            }
        }
        #expect(refused > 20)
    }

    @Test(arguments: [0.2, 0.6, 0.95])
    func `a zip that was cut off is refused whole`(share: Double) async throws {
        let test = try await TestCampus()
        let package = try SamplePackage(files: ["files/card.html": String(repeating: "card ", count: 20_000)])
        let folder = try TemporaryFolder()
        let zip = folder.url.appendingPathComponent("small.zip")
        try ArchiveWriter.write(
            [
                "curriculum.xml": .file(package.file("curriculum.xml").path),
                "files/card.html": .file(package.file("files/card.html").path),
            ], to: zip.path)
        let whole = try Data(contentsOf: zip)
        let job = try await test.campus.receive(fileName: "small.zip", announced: nil, by: .operator) {
            try await $0.append(Array(whole.prefix(Int(Double(whole.count) * share))))
        }
        #expect(try await test.campus.runNextImport())
        let record = try await test.campus.importJob(job.id, by: .operator)
        #expect(record.job.result == .refused)
        #expect(record.findings.map(\.code) == ["corrupt"])
        #expect(try await kept(test) == [0, 0])
    }

    @Test func `what the API says of packages is what their reader keeps to`() {
        let limits = ArchiveLimits.standard
        #expect(limits.entries == Limits.packageFiles.value)
        #expect(limits.entryBytes == Limits.packageFile.value)
        #expect(limits.totalBytes == Limits.packageSize.value)
    }
}
