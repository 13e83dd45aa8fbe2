import Campus
import CoursePackage
import Foundation
import Learning

/// An import as one JSON object: the keys of `inspect --json`, and what became of it. `version` is the course's version;
/// the format's stands in `format_version`.
struct ImportJSON: Encodable {
    let package: PackageJSON
    let report: ImportReport

    init(path: String, report: ImportReport) {
        package = PackageJSON(path: path, reading: report.reading)
        self.report = report
    }

    private enum CodingKeys: String, CodingKey {
        case course, version, result, changes
        case comparedWith = "compared_with"
        case formatVersion = "format_version"
    }

    func encode(to encoder: any Encoder) throws {
        try package.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(package.version, forKey: .formatVersion)
        try container.encode(report.course, forKey: .course)
        try container.encode(report.version, forKey: .version)
        try container.encode(report.result, forKey: .result)
        try container.encodeIfPresent(report.changes, forKey: .changes)
        try container.encodeIfPresent(report.comparedWith, forKey: .comparedWith)
    }

    /// The object on one line, keys sorted.
    func line() throws -> String { try JSONLine.make(self) }
}
