import Foundation
import Persistence
import PersistenceSQLite
import TestKit
import Testing

/// What commands do with a folder that is not as they would like it.
@Suite struct DataFolderTests {
    private let folder: TemporaryFolder
    private let data: URL
    private let cornerman: Program

    init() throws {
        folder = try TemporaryFolder()
        data = folder.url.appendingPathComponent("deep/data")
        cornerman = Program(data: data)
    }

    /// The starter organization of this repository.
    static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("seeds").path

    static let using: [[String]] = [
        ["doctor"], ["search", "price"], ["report", "completion"], ["recompute"], ["person", "list"],
        ["person", "invite", "1"], ["person", "role", "1"], ["token", "list"], ["token", "create", "1"],
    ]
    static let making: [[String]] = [
        ["serve", "--port", "1"], ["import", "nothing"], ["person", "add", "Ann"], ["seed", seeds],
    ]

    @Test(arguments: using)
    func `a command that uses data makes none where there is none`(arguments: [String]) throws {
        let run = try cornerman(arguments)
        #expect(run.status == 69, "\(run.output)")
        #expect(run.errors.contains("there is no data in \(data.path)"), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test func `seeds that are not there, or not what they should be, leave nothing`() throws {
        let missing = try cornerman("seed", folder.url.appendingPathComponent("nothing").path)
        #expect(missing.status == 65 && missing.errors.contains("people.csv is not there"), "\(missing.errors)")
        let seeds = try TemporaryFolder()
        for name in ["people.csv", "answers.csv", "organization.json"] {
            let source = URL(fileURLWithPath: Self.seeds).appendingPathComponent(name)
            try FileManager.default.copyItem(at: source, to: seeds.url.appendingPathComponent(name))
        }
        try Data(#"{"start_days_ago": 3, "enrollments": [{"course": "c", "days_ago": 1}]}"#.utf8)
            .write(to: seeds.url.appendingPathComponent("organization.json"))
        let odd = try cornerman("seed", seeds.url.path)
        #expect(odd.status == 65 && odd.errors.contains("organization.json: /enrollments/0/person: "), "\(odd.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    private func change(_ query: SQLQuery) async throws {
        #expect(try cornerman("person", "add", "Ann").status == 0)
        let database = try await Backend.sqliteFile.open(in: data)
        try await database.write { try $0.execute(query) }
        try database.close()
    }

    @Test func `data of an older cornerman is left as it is by whoever only uses it`() async throws {
        try await change("DELETE FROM schema_migration WHERE number = (SELECT MAX(number) FROM schema_migration)")
        for arguments in Self.using {
            let run = try cornerman(arguments)
            #expect(run.status == 65 && run.errors.contains("is of an older cornerman"), "\(arguments): \(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: data.appendingPathComponent("backups").path))
    }

    @Test func `data of an older cornerman is not changed below a server that runs`() async throws {
        try await change("DELETE FROM schema_migration WHERE number = (SELECT MAX(number) FROM schema_migration)")
        let lock = try #require(try DataFolder(data).lockForServing())
        for arguments in Self.making {
            let run = try cornerman(arguments)
            #expect(run.status == 75, "\(arguments): \(run.errors)")
        }
        withExtendedLifetime(lock) {}
        #expect(!FileManager.default.fileExists(atPath: data.appendingPathComponent("backups").path))
    }

    @Test func `data of a newer cornerman is refused by name`() async throws {
        try await change("INSERT INTO schema_migration (number, name, applied_at) VALUES (999, 'later', 0)")
        for arguments in Self.using + Self.making {
            let run = try cornerman(arguments)
            #expect(run.status == 65, "\(arguments)")
            #expect(run.errors.contains("use a newer cornerman"), "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    private func damage() throws {
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data(repeating: UInt8(ascii: "x"), count: 8192).write(to: data.appendingPathComponent("cornerman.sqlite"))
    }

    @Test func `a file that is no database is refused, with what helps`() throws {
        try damage()
        for arguments in Self.using.dropFirst() + Self.making {
            let run = try cornerman(arguments)
            #expect(run.status == 65, "\(arguments)")
            #expect(run.errors.contains("cornerman doctor says what to do"), "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test func `doctor finds it`() throws {
        try damage()
        let run = try cornerman("doctor")
        #expect(run.status == 65)
        #expect(run.output.hasPrefix("database-damaged: "))
        #expect(run.output.contains("backups"))
        let line = try cornerman("doctor", "--json").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(object["code"] == "database-damaged")
    }

    @Test func `a folder that cannot be written is named`() throws {
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data().write(to: data.appendingPathComponent("blobs"))
        for arguments in Self.making {
            let run = try cornerman(arguments)
            #expect(run.status == 69, "\(arguments)")
            #expect(run.errors.contains("\(data.path)/blobs cannot be made"), "\(arguments): \(run.errors)")
        }
    }
}
