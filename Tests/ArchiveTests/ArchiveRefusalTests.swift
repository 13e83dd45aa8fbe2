import Archive
import Foundation
import Testing

@Suite struct ArchiveRefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var code: ArchiveError.Code
        var entry: String?
        var script: String
        var testDescription: String { name }
    }

    static func zip(_ body: String) -> String {
        "z = zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED)\n" + body + "\nz.close()\n"
    }

    static func tar(_ body: String, mode: String = "w") -> String {
        """
        t = tarfile.open(path, '\(mode)')
        def add(name, kind=tarfile.REGTYPE, link='', data=b'x'):
            i = tarfile.TarInfo(name); i.type = kind; i.linkname = link; i.size = len(data) if kind == tarfile.REGTYPE else 0
            t.addfile(i, io.BytesIO(data))
        \(body)
        t.close()

        """
    }

    static let noise = "import random\nnoise = random.Random(1).randbytes(300000)\n"

    static let cases: [Case] = [
        Case(name: "text", code: .notArchive, script: "open(path, 'w').write('hello')"),
        Case(name: "nothing", code: .notArchive, script: "open(path, 'w')"),
        Case(name: "an empty zip", code: .empty, script: zip("")),
        Case(name: "a zip of a folder", code: .empty, script: zip("z.writestr('a/', '')")),
        Case(name: "an empty tar", code: .notArchive, script: tar("")),
        Case(name: "dots", code: .pathEscape, entry: "../x", script: zip("z.writestr('../x', 'x')")),
        Case(name: "dots within", code: .pathEscape, entry: "a/../../x", script: zip("z.writestr('a/../../x', 'x')")),
        Case(
            name: "dots with backslashes", code: .pathEscape, entry: "a/../../x",
            script: zip("z.writestr(zipfile.ZipInfo('a\\\\..\\\\..\\\\x'), 'x')")),
        Case(name: "a folder of dots", code: .pathEscape, entry: "../a/", script: zip("z.writestr('../a/', '')")),
        Case(name: "an absolute path", code: .pathEscape, entry: "/etc/x", script: zip("z.writestr('/etc/x', 'x')")),
        Case(name: "a drive letter", code: .pathEscape, entry: "C:/x", script: zip("z.writestr('C:/x', 'x')")),
        Case(name: "dots in a tar", code: .pathEscape, entry: "../x", script: tar("add('../x')")),
        Case(name: "an absolute path in a tar", code: .pathEscape, entry: "/x", script: tar("add('/x')")),
        Case(
            name: "a symbolic link in a zip", code: .notAFile, entry: "l",
            script: zip(
                "i = zipfile.ZipInfo('l'); i.create_system = 3; i.external_attr = 0o120777 << 16; z.writestr(i, '/etc/passwd')"
            )),
        Case(
            name: "a symbolic link in a tar", code: .notAFile, entry: "l",
            script: tar("add('l', tarfile.SYMTYPE, '/etc/passwd')")),
        Case(
            name: "a hard link in a tar", code: .notAFile, entry: "l",
            script: tar("add('a')\nadd('l', tarfile.LNKTYPE, 'a')")),
        Case(name: "a device in a tar", code: .notAFile, entry: "d", script: tar("add('d', tarfile.CHRTYPE)")),
        Case(
            name: "a control character", code: .badName, entry: "a\u{1B}b", script: zip("z.writestr('a\\x1bb', 'x')")),
        Case(
            name: "a long name", code: .badName, entry: String(repeating: "n", count: 80),
            script: zip("z.writestr('n' * 1025, 'x')")),
        Case(
            name: "an encrypted entry", code: .encrypted, entry: "a",
            script: zip("z.writestr('a', 'x')")
                + "b = bytearray(open(path, 'rb').read()); b[6] |= 1; b[b.index(b'PK\\x01\\x02') + 8] |= 1; open(path, 'wb').write(b)"
        ),
        Case(
            name: "a zip cut off", code: .corrupt,
            script: noise + zip("z.writestr('a', noise)")
                + "b = open(path, 'rb').read(); open(path, 'wb').write(b[:len(b) // 2])"),
        Case(
            name: "a damaged entry", code: .corrupt, entry: "a",
            script: noise + zip("z.writestr(zipfile.ZipInfo('a'), noise)")
                + "b = bytearray(open(path, 'rb').read()); b[1000] ^= 255; open(path, 'wb').write(b)"),
        Case(
            name: "a damaged deflated entry", code: .corrupt, entry: "a",
            script: zip("z.writestr('a', 'hello ' * 9999)")
                + "b = bytearray(open(path, 'rb').read()); b[60] ^= 255; open(path, 'wb').write(b)"),
        Case(
            name: "an entry of another length", code: .corrupt, entry: "a",
            script: zip("z.writestr(zipfile.ZipInfo('a'), 'hello')")
                + "b = bytearray(open(path, 'rb').read()); i = b.index(b'PK\\x01\\x02'); b[22:26] = struct.pack('<I', 4); b[i + 24:i + 28] = struct.pack('<I', 4); open(path, 'wb').write(b)"
        ),
        Case(
            name: "a tar cut off", code: .corrupt,
            script: noise + tar("add('a', data=noise)")
                + "b = open(path, 'rb').read(); open(path, 'wb').write(b[:len(b) // 2])"),
        Case(
            name: "a gzipped tar cut off", code: .corrupt,
            script: noise + tar("add('a', data=noise)", mode: "w:gz")
                + "b = open(path, 'rb').read(); open(path, 'wb').write(b[:len(b) // 2])"),
        Case(name: "gzipped text", code: .corrupt, script: "import gzip\ngzip.open(path, 'w').write(b'hello')"),
        Case(
            name: "a bomb", code: .bomb, entry: "b",
            script: zip("z.writestr('a', 'x'); z.writestr('b', bytes(64 << 20))")),
        Case(
            name: "a bomb in a gzipped tar", code: .bomb,
            script: tar("add('b', data=bytes(64 << 20))\nadd('c')", mode: "w:gz")),
        Case(
            name: "too many entries", code: .tooManyEntries,
            script: "z = zipfile.ZipFile(path, 'w')\nfor n in range(10001): z.writestr(str(n), '')\nz.close()"),
        Case(
            name: "an entry that says it is larger than the limit", code: .tooLarge, entry: "a",
            script: zip("z.writestr(zipfile.ZipInfo('a'), 'hello')")
                + "b = bytearray(open(path, 'rb').read()); i = b.index(b'PK\\x01\\x02'); b[22:26] = b[i + 24:i + 28] = struct.pack('<I', 2 << 30); open(path, 'wb').write(b)"
        ),
    ]

    /// What opening, listing and reading everything ends with.
    static func error(_ path: String, limits: ArchiveLimits = .standard) throws -> ArchiveError? {
        do {
            try ArchiveIndex(path: path, limits: limits).forEachEntry { _, read in try read { _ in true } }
            return nil
        } catch let error as ArchiveError {
            return error
        }
    }

    @Test(arguments: cases)
    func `an archive that cannot be trusted is refused, and told why`(_ refused: Case) throws {
        let made = try MadeArchive()
        let path = try made.make("made", refused.script)
        let error = try #require(try Self.error(path))
        #expect(error.code == refused.code)
        #expect(error.entry == refused.entry)
        #expect(error.message.hasSuffix("."))
    }

    @Test func `a file that is not there is unreadable`() throws {
        #expect(try Self.error("/nowhere/at/all.zip")?.code == .unreadable)
    }

    @Test func `the sum of all entries is limited too, whatever each of them says`() throws {
        let made = try MadeArchive()
        let path = try made.zip((1...5).map { ("\($0)", String(repeating: "x", count: 100)) })
        var limits = ArchiveLimits.standard
        limits.totalBytes = 500
        #expect(try Self.error(path, limits: limits) == nil)
        limits.totalBytes = 499
        #expect(try Self.error(path, limits: limits)?.code == .tooLarge)
        limits.entryBytes = 99
        #expect(try Self.error(path, limits: limits)?.code == .tooLarge)
    }

    @Test func `a small file of zeros is no bomb`() throws {
        let made = try MadeArchive()
        let path = try made.make("zeros.zip", Self.zip("z.writestr('a', bytes(9 << 20))"))
        #expect(try Self.error(path) == nil)
    }
}
