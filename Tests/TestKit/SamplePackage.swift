import Foundation

/// A small curriculum as an author would have it on disk.
public struct SamplePackage: Sendable {
    public let folder: TemporaryFolder

    /// - Parameters:
    ///   - label: the version's, so that two of them differ.
    ///   - files: beside `curriculum.xml`, by path.
    public init(
        key: String = "small", label: String = "1", files: [String: String] = ["files/card.html": "<h1>Card</h1>"]
    ) throws {
        folder = try TemporaryFolder()
        try write(Self.curriculum(key: key, label: label), to: "curriculum.xml")
        for (path, text) in files { try write(text, to: path) }
    }

    public var url: URL { folder.url }

    /// Where a file of it is.
    public func file(_ path: String) -> URL { folder.url.appendingPathComponent(path) }

    public func write(_ text: String, to path: String) throws {
        try FileManager.default.createDirectory(
            at: file(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file(path))
    }

    public static func curriculum(key: String = "small", label: String = "1") -> String {
        """
        <curriculum xmlns="urn:cornerman:curriculum:1" id="\(key)" version="\(label)" xml:lang="en">
          <title>Small</title>
          <why>Because.</why>
          <benefit>It helps.</benefit>
          <stop>Guessing.</stop>
          <behavior id="ask">I ask first.</behavior>
          <module id="one" kind="training">
            <title>One</title>
            <lesson id="reasons" behaviors="ask"><title>Reasons</title><text>Some **text**.</text></lesson>
            <file id="card" href="files/card.html"><title>The card</title></file>
          </module>
          <answers>
            <answer id="why"><question>Why?</question><text>Because.</text></answer>
          </answers>
        </curriculum>
        """
    }
}
