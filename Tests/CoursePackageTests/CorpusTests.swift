import CoursePackage
import Foundation
import Testing

/// Packages that nobody here wrote, held against an oracle that shares no code with the reader.
@Suite(.enabled(if: Repository.hasCorpus, "needs the shared corpus: CORNERMAN_SHARED, or ../shared"))
struct CorpusTests {
    struct Truth: Decodable {
        var file: String
        var outcome: String
        var reasons: [String]
    }

    /// Refusals that hold whatever formats are read.
    static let common: Set<String> = [
        "R_NOT_ARCHIVE", "R_CORRUPT", "R_ENCRYPTED", "R_EMPTY", "R_PATH_ESCAPE", "R_NO_MANIFEST", "R_BAD_XML",
        "R_UNSAFE_XML", "R_NOT_MANIFEST", "R_UNSUPPORTED",
    ]

    static func truths(_ folder: String) throws -> [Truth] {
        let corpus = Repository.shared.appending(path: "corpus")
        let packages = try FileManager.default.contentsOfDirectory(
            atPath: corpus.appending(path: folder).path
        ).sorted().map { corpus.appending(path: folder).appending(path: $0).path }
        let said = try run("python3", ["-B", corpus.appending(path: "oracle.py").path] + packages)
        return try said.output.split(separator: "\n").map {
            try JSONDecoder().decode(Truth.self, from: Data($0.utf8))
        }
    }

    @Test(arguments: ["derived", "hostile"])
    func `what must be refused for its container or its XML is refused, and for that reason`(folder: String) throws {
        let truths = try Self.truths(folder)
        #expect(truths.count > 10)
        var refused = 0
        for truth in truths {
            guard truth.outcome == "rejected", let reason = truth.reasons.first, Self.common.contains(reason) else {
                continue
            }
            refused += 1
            let reading = PackageReader().read(truth.file)
            let code = reason.dropFirst(2).lowercased().replacing("_", with: "-")
            let fatal = reading.findings.filter { $0.severity == .fatal }
            #expect(reading.outcome == .rejected && reading.draft == nil, "\(truth.file)")
            #expect(fatal.map(\.code) == [code], "\(truth.file)")
            #expect(fatal.allSatisfy { $0.hint != nil && $0.message.hasSuffix(".") }, "\(truth.file)")
        }
        #expect(refused >= (folder == "derived" ? 7 : 12))
    }

    @Test func `what the oracle lets in is not refused for its container or its XML`() throws {
        let codes = Set(Self.common.map { $0.dropFirst(2).lowercased().replacing("_", with: "-") })
            .subtracting(["unsupported"])
        for folder in ["derived", "hostile", "scorm12", "scorm2004", "imscp", "cc", "cmi5", "olx", "mbz"] {
            for truth in try Self.truths(folder) where truth.outcome != "rejected" {
                let wrong = PackageReader().read(truth.file).findings.filter { codes.contains($0.code) }
                #expect(wrong.isEmpty, "\(truth.file)")
            }
        }
    }

    /// What the oracle finds in a package, or a reading.
    struct Found: Decodable, Equatable {
        var format, version, title: String
        var items, leaves, headings, depth, resources, refs, missing: Int
        var first3: [String]
        var outcome: String
    }

    @Test(arguments: ["scorm12", "scorm2004", "derived", "hostile"])
    func `SCORM packages arrive as the oracle says`(folder: String) throws {
        let truths = try Self.truths(folder)
        var compared = 0
        for truth in truths where truth.outcome != "rejected" {
            let said = try run(
                "python3", ["-B", Repository.shared.appending(path: "corpus/oracle.py").path, truth.file])
            let expected = try JSONDecoder().decode(Found.self, from: Data(said.output.utf8))
            guard expected.format == "SCORM" else { continue }
            compared += 1
            let reading = PackageReader().read(truth.file)
            let line = try PackageJSON(path: truth.file, reading: reading).line()
            #expect(try JSONDecoder().decode(Found.self, from: Data(line.utf8)) == expected, "\(truth.file)")
            let warnings = truth.reasons.filter { $0.hasPrefix("W_") }.map {
                $0.dropFirst(2).lowercased().replacing("_", with: "-")
            }
            let found = Set(reading.findings.filter { $0.severity == .warning }.map(\.code))
            #expect(found == Set(warnings), "\(truth.file)")
            #expect(reading.steps.contains { $0.unavailable == nil } || expected.missing > 0, "\(truth.file)")
        }
        #expect(compared >= (folder == "hostile" ? 1 : 3))
    }
}
