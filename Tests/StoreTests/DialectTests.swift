import Foundation
import Testing

/// Both databases run the same statements but for a few named pieces.
@Suite struct DialectTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    @Test func `what the databases spell differently is known`() throws {
        var names: [String] = []
        for case let path as String in FileManager.default.enumerator(atPath: Self.sources.path) ?? .init()
        where path.hasSuffix(".swift") {
            let text = try String(contentsOf: Self.sources.appendingPathComponent(path), encoding: .utf8)
            names += text.matches(of: /perDialect\(\s*"([^"]*)"/).map { String($0.1) }
        }
        #expect(
            names.sorted() == [
                "blob", "columns", "databaseSize", "eventTurn", "forUpdate", "integer", "nudge", "overriding", "real",
                "referencesLater", "referencesNow", "serial", "skipLocked", "strict", "strictByKey", "tables", "text",
                "unhurried", "verbatim",
            ])
    }

    @Test func `no statement asks which database it runs on`() throws {
        for folder in ["Store", "Campus", "WebAPI"] {
            let enumerator = FileManager.default.enumerator(atPath: Self.sources.appendingPathComponent(folder).path)
            for case let path as String in enumerator ?? .init() where path.hasSuffix(".swift") {
                let text = try String(
                    contentsOf: Self.sources.appendingPathComponent("\(folder)/\(path)"), encoding: .utf8)
                #expect(!text.contains(".dialect"), "\(folder)/\(path)")
            }
        }
    }
}
