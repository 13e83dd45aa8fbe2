import Foundation
import PersistenceSQLite
import TestKit
import Testing

/// `cornerman backup` and `cornerman restore`, as an operator uses them.
@Suite struct BackupCommandTests {
    private let folder: TemporaryFolder
    private let data: URL
    private let cornerman: Program

    init() throws {
        folder = try TemporaryFolder()
        data = folder.url.appendingPathComponent("data")
        cornerman = Program(data: data)
    }

    private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

    /// What is in the folder of the test, hidden files too.
    private var names: Set<String> {
        get throws { Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path)) }
    }

    private func fill() throws {
        let package = try SamplePackage()
        #expect(try cornerman("import", package.url.path).status == 0)
        #expect(try cornerman("person", "add", "Ann", "--external-id", "1", "--role", "admin").status == 0)
    }

    private func backUp(to name: String = "backup") throws {
        try fill()
        let run = try cornerman("backup", path(name))
        #expect(run.status == 0, "\(run.errors)")
    }

    /// Every row of the tables that a restoration leaves as they were.
    private func rows(in data: URL) async throws -> [String] {
        let database = try SQLiteDatabase(path: data.appendingPathComponent("cornerman.sqlite").path)
        defer { try? database.close() }
        return try await database.read { connection in
            try connection.column("SELECT id || name || external_id FROM person ORDER BY id")
                + connection.column("SELECT id || key || title FROM course ORDER BY id")
                + connection.column("SELECT version_id || path || digest FROM version_file ORDER BY version_id, path")
                + connection.column("SELECT id || hash || scope FROM token WHERE kind = 'personal' ORDER BY id")
        }
    }

    @Test func `what is backed up comes back as it was, and doctor finds it well`() async throws {
        try backUp()
        let token = try cornerman("token", "create", "1").output
        #expect(token.hasPrefix("cm"))
        let second = try cornerman("backup", path("second"), "--json")
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(second.output.utf8)) as? [String: Any])
        #expect(manifest["format"] as? String == "cornerman-backup")
        #expect((manifest["files"] as? [[String: Any]])?.first?["path"] as? String == "cornerman.sqlite")
        let run = try cornerman("restore", path("second"), "--data", path("restored"), "--json")
        #expect(run.status == 0, "\(run.errors)")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(report["people"] as? Int == 1)
        #expect(report["courses"] as? Int == 1)
        #expect(report["personal_tokens"] as? Int == 1)
        let restored = folder.url.appendingPathComponent("restored")
        let doctor = try Program(data: restored)("doctor")
        #expect(doctor.output.hasSuffix("All is well.\n") && doctor.status == 0, "\(doctor.output)\(doctor.errors)")
        let before = try await rows(in: data)
        #expect(before.count > 3)
        #expect(try await rows(in: restored) == before)
        #expect(try names == ["data", "backup", "second", "restored"])
    }

    @Test func `a backup is plain files that nobody else may read`() throws {
        try backUp()
        let names = try FileManager.default.contentsOfDirectory(atPath: path("backup"))
        #expect(names.sorted() == ["blobs", "cornerman.sqlite", "manifest.json"])
        for name in ["", "cornerman.sqlite", "manifest.json"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path("backup/\(name)"))
            #expect((attributes[.posixPermissions] as? Int ?? 0) & 0o077 == 0, "\(name)")
        }
    }

    @Test func `nothing is overwritten`() throws {
        try backUp()
        let again = try cornerman("backup", path("backup"))
        #expect(again.status == 65 && again.errors.contains("\(path("backup")) is there already"), "\(again.errors)")
        let restored = try cornerman("restore", path("backup"))
        #expect(restored.status == 65 && restored.errors.contains("not empty"), "\(restored.errors)")
        #expect(try names == ["data", "backup"])
        try FileManager.default.createDirectory(atPath: path("empty"), withIntermediateDirectories: true)
        #expect(try cornerman("restore", path("backup"), "--data", path("empty")).status == 0)
    }

    /// The one blob of the sample package.
    private func blob() throws -> String {
        let name = try #require(
            FileManager.default.enumerator(atPath: path("backup/blobs"))?.compactMap { $0 as? String }
                .first { $0.utf8.count > 64 })
        return "blobs/\(name)"
    }

    private func flip(_ name: String, at offset: Int) throws {
        let url = folder.url.appendingPathComponent("backup/\(name)")
        var bytes = try Data(contentsOf: url)
        bytes[bytes.startIndex + offset] ^= 1
        try bytes.write(to: url)
    }

    private func refusal() throws -> String {
        let run = try cornerman("restore", path("backup"), "--data", path("restored"))
        #expect(run.status == 65, "\(run.output)")
        #expect(run.output.isEmpty)
        #expect(try names == ["data", "backup"], "something was left behind")
        return run.errors
    }

    @Test func `a flipped byte is found, wherever it is, and named`() throws {
        try backUp()
        let blob = try blob()
        try flip(blob, at: 3)
        #expect(try refusal().contains("\(blob) is not what was backed up"))
        try flip("cornerman.sqlite", at: 5000)
        let both = try refusal()
        #expect(both.contains("damaged in 2 files"), "\(both)")
        #expect(both.contains("  cornerman.sqlite: ") && both.contains("  \(blob): "), "\(both)")
        try flip("manifest.json", at: 0)
        #expect(try refusal().contains("backup/manifest.json is damaged"))
    }

    @Test func `a database that was cut off and a file that is gone are named`() throws {
        try backUp()
        let blob = try blob()
        try FileManager.default.removeItem(atPath: path("backup/\(blob)"))
        #expect(try refusal().contains("\(blob) is not there"))
        let database = try FileHandle(forWritingTo: URL(fileURLWithPath: path("backup/cornerman.sqlite")))
        try database.truncate(atOffset: 4096)
        try database.close()
        #expect(try refusal().contains("cornerman.sqlite: has 4096 bytes instead of "))
    }

    @Test func `a manifest that leaves a file out does not deceive`() throws {
        try backUp()
        let url = URL(fileURLWithPath: path("backup/manifest.json"))
        var manifest = try #require(
            try JSONSerialization.jsonObject(with: try Data(contentsOf: url)) as? [String: Any])
        manifest["files"] = (manifest["files"] as? [Any])?.prefix(1).map { $0 }
        try JSONSerialization.data(withJSONObject: manifest).write(to: url)
        let said = try refusal()
        #expect(said.contains("it names blobs/") && said.contains(", which the manifest does not"), "\(said)")
    }

    static let manifests: [(text: String, sentence: String)] = [
        ("{}", "is damaged or not a backup's manifest"),
        (
            #"{"format": "cornerman-backup", "format_version": 2, "schema": 1, "program": "9.0"}"#,
            "made by cornerman 9.0, which is newer"
        ),
        (
            #"{"format": "cornerman-backup", "format_version": 1, "schema": 9999, "program": "9.1"}"#,
            "made by cornerman 9.1, which is newer"
        ),
        (
            """
            {"format": "cornerman-backup", "format_version": 1, "schema": 1, "program": "0", "made_at": "", "lacking": [],
             "files": [{"path": "cornerman.sqlite", "size": 1, "sha256": ""},
                       {"path": "../../elsewhere", "size": 1, "sha256": "00"}]}
            """, "is damaged or not a backup's manifest"
        ),
    ]

    @Test(arguments: manifests)
    func `a folder with another manifest is refused`(text: String, sentence: String) throws {
        let backup = folder.url.appendingPathComponent("backup")
        try FileManager.default.createDirectory(at: backup, withIntermediateDirectories: true)
        let nothing = try cornerman("restore", backup.path)
        #expect(nothing.status == 65 && nothing.errors.contains("is no backup"), "\(nothing.errors)")
        try Data(text.utf8).write(to: backup.appendingPathComponent("manifest.json"))
        let run = try cornerman("restore", backup.path)
        #expect(run.status == 65 && run.errors.contains(sentence), "\(run.errors)")
        #expect(try names == ["backup"])
    }

    @Test func `a file that is damaged in the data does not keep the rest from being saved`() throws {
        try fill()
        let blobs = data.appendingPathComponent("blobs")
        let name = try #require(
            FileManager.default.enumerator(atPath: blobs.path)?.compactMap { $0 as? String }
                .first { $0.utf8.count > 64 })
        try Data("other".utf8).write(to: blobs.appendingPathComponent(name))
        let run = try cornerman("backup", path("backup"))
        #expect(run.status == 65)
        #expect(run.errors.contains("The backup is made, but 1 file"), "\(run.errors)")
        #expect(run.errors.contains(String(name.suffix(64))))
        #expect(try cornerman("restore", path("backup"), "--data", path("restored")).status == 0)
        let doctor = try Program(data: folder.url.appendingPathComponent("restored"))("doctor")
        #expect(doctor.status == 65 && doctor.output.hasPrefix("blob-missing: "), "\(doctor.output)")
    }

    @Test func `a command line without its folders is usage`() throws {
        #expect(try cornerman("backup").status == 64)
        #expect(try cornerman("restore").status == 64)
        let none = try cornerman("backup", path("backup"))
        #expect(none.status == 69 && none.errors.contains("there is no data in"), "\(none.errors)")
        #expect(try names == [])
    }
}
