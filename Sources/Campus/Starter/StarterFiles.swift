public import Foundation
public import Learning

/// What a starter organization is told in: `people.csv`, `answers.csv` and `organization.json` of one folder.
public struct StarterFiles: Sendable {
    let people: String
    let answers: String
    let happenings: StarterHappenings

    /// Reads them.
    /// - Throws: ``Refusal`` that names the file which is missing or not what it should be.
    public init(_ folder: URL) throws(Refusal) {
        people = try Self.text("people.csv", folder)
        answers = try Self.text("answers.csv", folder)
        let file = folder.appendingPathComponent("organization.json")
        happenings = try StarterHappenings(Self.data(file), from: file)
    }

    private static func data(_ file: URL) throws(Refusal) -> Data {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw Refusal(.missing, "no-such-file", "The file \(file.path) is not there.")
        }
        return data
    }

    private static func text(_ name: String, _ folder: URL) throws(Refusal) -> String {
        let file = folder.appendingPathComponent(name)
        let data = try data(file)
        do {
            return try UTF8Text.decode(data)
        } catch {
            throw Refusal(.invalid, error.code, "\(file.path): \(error.message)")
        }
    }
}
