import Archive
import Foundation
import Testing

@Suite struct ArchiveWriterTests {
    @Test func `what is written is read by another program, sorted by name`() throws {
        let made = try MadeArchive()
        let source = made.folder.appending(path: "source").path
        let large = [UInt8](repeating: 7, count: 700_000)
        #expect(FileManager.default.createFile(atPath: source, contents: Data(large)))
        let path = made.folder.appending(path: "out.zip").path
        try ArchiveWriter.write(
            ["b/ü 😀.txt": .bytes(Array("two".utf8)), "a": .file(source), "empty": .bytes([]), "Z": .bytes([1])],
            to: path)
        let said = try MadeArchive.run(
            "/usr/bin/env",
            [
                "python3", "-c",
                "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print([(i.filename, i.file_size) for i in z.infolist()])",
                path,
            ])
        #expect(said == "[('Z', 1), ('a', 700000), ('b/ü 😀.txt', 3), ('empty', 0)]\n")
        let index = try ArchiveIndex(path: path)
        #expect(index.entries.map(\.size).reduce(0, +) == 700_004)
    }

    @Test func `the bytes depend on names and contents alone, not on the clock or its zone`() throws {
        let made = try MadeArchive()
        let paths = [1, 2].map { made.folder.appending(path: "\($0).zip").path }
        for path in paths { try ArchiveWriter.write(["a": .bytes([1, 2, 3]), "b": .bytes([4])], to: path) }
        let bytes = try paths.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
        #expect(bytes[0] == bytes[1])
        // The first entry's time and date (APPNOTE.TXT §4.4.6): the earliest that there is.
        #expect(bytes[0][10..<14] == [0, 0, 0x21, 0])
    }

    @Test(arguments: ["../a", "/a", "a//b", "./a", "", "a\\b"])
    func `a name that a reader would change or refuse is not written`(name: String) throws {
        let made = try MadeArchive()
        #expect(throws: ArchiveError.self) {
            try ArchiveWriter.write([name: .bytes([1])], to: made.folder.appending(path: "out.zip").path)
        }
    }
}
