import Archive
import Foundation
import Testing

@Suite struct ArchiveIndexTests {
    /// Every file's text, by name.
    func contents(_ index: ArchiveIndex) throws -> [String: String] {
        var found: [String: [UInt8]] = [:]
        try index.forEachEntry { entry, read in
            var bytes: [UInt8] = []
            try read { piece in
                for index in piece.indices { bytes.append(piece[index]) }
                return true
            }
            found[entry.path] = bytes
        }
        return found.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    static let tarScript = """
        t = tarfile.open(path, 'w:MODE')
        for name, text in (('./a.txt', 'one'), ('b/ü.txt', 'two')):
            i = tarfile.TarInfo(name); i.size = len(text); t.addfile(i, io.BytesIO(text.encode()))
        d = tarfile.TarInfo('folder'); d.type = tarfile.DIRTYPE; t.addfile(d)
        t.close()
        """

    @Test(arguments: [
        (
            "made.zip",
            "z = zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED)\nz.writestr('./a.txt', 'one'); z.writestr('b/ü.txt', 'two'); z.writestr('folder/', ''); z.close()"
        ),
        ("made.tar", tarScript.replacing("MODE", with: "")),
        ("made.tar.gz", tarScript.replacing("MODE", with: "gz")),
    ])
    func `files are listed and read by their normalized names`(name: String, script: String) throws {
        let made = try MadeArchive()
        let index = try ArchiveIndex(path: made.make(name, script))
        #expect(index.entries.map(\.path) == ["a.txt", "b/ü.txt"])
        #expect(index.entries.map(\.size) == [3, 3])
        #expect(try contents(index) == ["a.txt": "one", "b/ü.txt": "two"])
        var bytes: [UInt8] = []
        let isThere = try index.read(index.entries[1]) { piece in
            for index in piece.indices { bytes.append(piece[index]) }
            return true
        }
        #expect(isThere && String(decoding: bytes, as: UTF8.self) == "two")
    }

    @Test func `a large file comes in pieces, and reading stops when it is asked to`() throws {
        let made = try MadeArchive()
        let path = try made.make(
            "large.zip",
            "z = zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED)\nz.writestr('a', bytes(range(256)) * 8192); z.close()"
        )
        let index = try ArchiveIndex(path: path)
        var sizes: [Int] = []
        try index.read(index.entries[0]) { piece in
            sizes.append(piece.count)
            return sizes.count < 3
        }
        #expect(sizes.count == 3 && sizes.allSatisfy { $0 <= 256 << 10 })
    }

    @Test func `backslashes are read as slashes`() throws {
        let made = try MadeArchive()
        let index = try ArchiveIndex(path: made.zip([("a\\b\\c.txt", "x")]))
        #expect(index.entries.map(\.path) == ["a/b/c.txt"])
    }

    @Test func `of two files with one name the later counts`() throws {
        let made = try MadeArchive()
        let index = try ArchiveIndex(path: made.zip([("a", "first"), ("b", "x"), ("./a", "second")]))
        #expect(index.duplicates == ["a"])
        #expect(try contents(index) == ["a": "second", "b": "x"])
    }

    @Test func `names that are not declared UTF-8 are UTF-8 when they can be, else the zip's own code page`() throws {
        let made = try MadeArchive()
        let path = try made.make(
            "names.zip",
            """
            class Raw(zipfile.ZipInfo):
                def _encodeFilenameFlags(self): return self.raw, 0
            z = zipfile.ZipFile(path, 'w')
            for raw in ('gr\\u00fcn.txt'.encode('utf-8'), 'bl\\u00e4ulich.txt'.encode('cp437')):
                i = Raw('x'); i.raw = raw; z.writestr(i, 'x')
            z.close()
            """)
        let index = try ArchiveIndex(path: path)
        #expect(index.entries.map(\.path) == ["bläulich.txt", "grün.txt"])
        #expect(index.entries.map(\.nameCharset) == [.codePage437, .utf8])
    }

    @Test func `a name in any script survives whatever the locale of the process`() throws {
        let made = try MadeArchive()
        let names = ["日本語/ファイル.html", "עברית.txt", "emoji 😀.txt"]
        let index = try ArchiveIndex(path: made.zip(names.map { ($0, "x") }))
        #expect(Set(index.entries.map(\.path)) == Set(names))
    }
}
