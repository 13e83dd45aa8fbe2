import Foundation
public import Learning

/// A reading as one JSON object, with the keys that `inspect --json` and `import --json` promise.
public struct PackageJSON: Encodable {
    public let file: String
    public let format: String
    public let version: String
    public let title: String
    public let items: Int
    public let leaves: Int
    public let headings: Int
    public let depth: Int
    public let first3: [String]
    public let tests: Int
    public let questions: Int
    public let resources: Int
    public let refs: Int
    public let missing: Int
    public let outcome: PackageReading.Outcome
    public let findings: [Finding]

    /// - Parameter path: The package as the caller named it.
    public init(path: String, reading: PackageReading) {
        file = path
        format = reading.format
        version = reading.version
        title = reading.title
        items = reading.facts.items
        leaves = reading.facts.leaves
        headings = reading.facts.headings
        depth = reading.facts.depth
        first3 = reading.facts.first3
        tests = reading.facts.tests
        questions = reading.facts.questions
        resources = reading.facts.resources
        refs = reading.facts.refs
        missing = reading.facts.missing
        outcome = reading.outcome
        findings = reading.findings
    }

    /// The object on one line, keys sorted.
    public func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
