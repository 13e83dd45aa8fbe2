import Archive
import CoursePackage
import Foundation
import Learning
import Testing

@Suite struct PackageFilesTests {
    static let course = Array(Marked.module("<pledge id='p'/>").text.utf8)

    func codes(_ path: String) -> [String] {
        PackageReader().read(path).findings.filter { $0.severity < .advice }.map { "\($0.severity) \($0.code)" }
    }

    @Test func `leftovers of operating systems and hidden files are passed over`() throws {
        let scratch = try Scratch()
        let folder = try scratch.write([
            "curriculum.xml": Self.course, "__MACOSX/a": [1], "files/.DS_Store": [1], "files/Thumbs.db": [1],
            "files/a.txt": [1], ".git/config": [1], "files/._a.txt": [1],
        ])
        #expect(codes(folder) == ["note leftovers"])
        #expect(PackageReader().read(folder).draft?.files == [PackagedFile(path: "files/a.txt", size: 1)])
        let zip = scratch.path("a.zip")
        try ArchiveWriter.write(
            ["curriculum.xml": .bytes(Self.course), "__MACOSX/._a": .bytes([1]), "b/desktop.ini": .bytes([1])], to: zip)
        #expect(codes(zip) == ["note leftovers"])
        #expect(PackageReader().read(zip).findings.first?.count == 2)
    }

    @Test func `a package below a single folder is read from there`() throws {
        let scratch = try Scratch()
        let zip = scratch.path("a.zip")
        try ArchiveWriter.write(
            [
                "My Course/curriculum.xml": .bytes(Array(Marked.module("<file id='f' href='a/b.txt'/>").text.utf8)),
                "My Course/a/b.txt": .bytes([7]), "__MACOSX/x": .bytes([1]),
            ], to: zip)
        let reading = PackageReader().read(zip)
        #expect(codes(zip) == ["warning top-folder", "note leftovers"])
        #expect(reading.draft?.files == [PackagedFile(path: "a/b.txt", size: 1)])
        #expect(try Marked.step(reading).href == "a/b.txt")
        var bytes: [UInt8] = []
        try reading.files?.read("a/b.txt") { piece in
            bytes.append(piece[0])
            return true
        }
        #expect(bytes == [7])
    }

    @Test func `a manifest in another letter case is found`() throws {
        let scratch = try Scratch()
        #expect(codes(try scratch.write(["Curriculum.XML": Self.course, "a.txt": [1]])) == [])
    }

    @Test func `links in a folder are refused`() throws {
        let scratch = try Scratch()
        let folder = try scratch.write(["curriculum.xml": Self.course])
        try FileManager.default.createSymbolicLink(atPath: folder + "/secret", withDestinationPath: "/etc/passwd")
        #expect(codes(folder) == ["fatal not-a-file"])
    }

    @Test func `limits hold for folders as for archives`() throws {
        let scratch = try Scratch()
        let folder = try scratch.write(["curriculum.xml": Self.course, "a": [1, 2, 3], "b": [1]])
        var limits = ArchiveLimits.standard
        limits.entries = 2
        #expect(PackageReader(limits: limits).read(folder).findings.map(\.code) == ["too-many-entries"])
        limits = .standard
        limits.entryBytes = 10
        #expect(PackageReader(limits: limits).read(folder).findings.map(\.code) == ["too-large"])
    }

    @Test func `nothing at the path, nothing in the folder`() throws {
        let scratch = try Scratch()
        #expect(codes(scratch.path("none")) == ["fatal unreadable"])
        #expect(codes(scratch.url.path) == ["fatal empty"])
        #expect(codes(try scratch.write(["a.txt": [1]])) == ["fatal no-manifest"])
        #expect(codes(try scratch.write("hello", to: "hello.txt")) == ["fatal not-archive"])
        #expect(codes(try scratch.write("", to: "empty.xml")) == ["fatal not-archive"])
    }

    @Test func `a file of a course that is damaged refuses the course`() throws {
        let scratch = try Scratch()
        let zip = scratch.path("a.zip")
        var state: UInt64 = 1
        let noise = (0..<300_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return UInt8(state >> 56)
        }
        try ArchiveWriter.write(["curriculum.xml": .bytes(Self.course), "a.bin": .bytes(noise)], to: zip)
        #expect(codes(zip) == [])
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: zip)))
        bytes[2_000] ^= 0xFF
        try Data(bytes).write(to: URL(fileURLWithPath: zip))
        #expect(codes(zip) == ["fatal corrupt"])
        #expect(PackageReader().read(zip).findings.first?.entry == "a.bin")
    }

    @Test func `a bomb beside a sound course refuses it`() throws {
        let scratch = try Scratch()
        let zip = scratch.path("a.zip")
        try ArchiveWriter.write(
            ["curriculum.xml": .bytes(Self.course), "b": .bytes([UInt8](repeating: 0, count: 40 << 20))], to: zip)
        #expect(codes(zip) == ["fatal bomb"])
    }

    @Test func `of several entries with one name the last counts, which is told`() throws {
        let scratch = try Scratch()
        let zip = scratch.path("a.zip")
        let script = """
            import sys, warnings, zipfile
            warnings.simplefilter('ignore')
            z = zipfile.ZipFile(sys.argv[1], 'w')
            z.writestr('a.txt', 'first'); z.writestr('curriculum.xml', sys.argv[2]); z.writestr('a.txt', 'second!')
            z.close()
            """
        #expect(try run("python3", ["-c", script, zip, String(decoding: Self.course, as: UTF8.self)]).status == 0)
        #expect(codes(zip) == ["warning dup-entry"])
        #expect(PackageReader().read(zip).draft?.files == [PackagedFile(path: "a.txt", size: 7)])
    }

    @Test func `a lone document is called as people know it`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Marked.module("<pledge id='p' x='y'/>").text, to: "upload-7.part")
        let reading = PackageReader().read(path, named: "folder/my course.xml")
        #expect(reading.findings.map(\.entry).allSatisfy { $0 == "my course.xml" })
        #expect(reading.draft?.files == [])
        #expect(PackageReader().read(path).findings.first?.entry == "upload-7.part")
    }

    @Test func `the digest is that of names and contents`() throws {
        let scratch = try Scratch()
        let one = try scratch.write(["curriculum.xml": Self.course, "a": [1], "b": [2]], folder: "one")
        let same = try scratch.write(["curriculum.xml": Self.course, "a": [1], "b": [2]], folder: "same")
        let swapped = try scratch.write(["curriculum.xml": Self.course, "a": [2], "b": [1]], folder: "swapped")
        let digests = [one, same, swapped].map { PackageReader().read($0).digest }
        #expect(digests[0] != nil && digests[0] == digests[1] && digests[0] != digests[2])
    }
}
