import Foundation
import Testing

/// Holds `Sources` to the table of `docs/architecture.md`: the package manager itself lets transitive imports pass.
@Suite struct ImportTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let everywhere: Set = ["Foundation", "Dispatch"]
    static let whereNeeded: Set = [
        "Crypto", "CryptoExtras", "Logging", "ServiceLifecycle", "UnixSignals", "Synchronization",
    ]
    static let pure: Set = ["Learning", "Answers"]

    /// Target name to what it may import, from the table.
    static func table() throws -> [String: Set<String>] {
        let page = try String(contentsOf: root.appendingPathComponent("docs/architecture.md"), encoding: .utf8)
        var table: [String: Set<String>] = [:]
        for line in page.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let allowed = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            for name in cells[0].split(separator: " ") {
                table[name.trimmingCharacters(in: CharacterSet(charactersIn: "`"))] = Set(allowed)
            }
        }
        return table
    }

    @Test func `every import stands in the table of the house`() throws {
        let table = try Self.table()
        let sources = Self.root.appendingPathComponent("Sources")
        let line =
            /^\s*(?:@\w+\s+)*(?:public |internal |package |fileprivate |private )?import (?:(?:struct|class|enum|func|protocol) )?(\w+)/
        var checked = 0
        for target in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let allowed = try #require(table[target], "\(target) has no row in docs/architecture.md")
            let folder = sources.appendingPathComponent(target)
            for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
            where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
                for row in text.split(separator: "\n") {
                    guard let name = row.firstMatch(of: line)?.1 else { continue }
                    checked += 1
                    let fits =
                        Self.everywhere.contains(String(name)) || allowed.contains(String(name))
                        || (!Self.pure.contains(target) && Self.whereNeeded.contains(String(name)))
                    #expect(fits, "\(target)/\(path) imports \(name), which its row does not allow")
                }
            }
        }
        #expect(checked > 20)
    }

    @Test func `every row of the table is a target`() throws {
        for name in try Self.table().keys {
            var isFolder: ObjCBool = false
            let path = Self.root.appendingPathComponent("Sources/\(name)").path
            #expect(FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue)
        }
    }
}
