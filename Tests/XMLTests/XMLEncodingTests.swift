import Foundation
import Testing
import XML

@Suite struct XMLEncodingTests {
    /// Enough text to fill the parser's buffers several times.
    static let long = String(repeating: "Grüße – \n", count: 20_000)

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var declaration: String
        var encoding: String.Encoding
        var mark: [UInt8] = []
        var testDescription: String { name }

        func bytes(_ body: String) -> [UInt8] { mark + Array((declaration + body).data(using: encoding) ?? Data()) }
    }

    static let cases = [
        Case(name: "UTF-8", declaration: "", encoding: .utf8),
        Case(name: "UTF-8 with a mark", declaration: "", encoding: .utf8, mark: [0xEF, 0xBB, 0xBF]),
        Case(
            name: "UTF-8 with a mark, declared", declaration: "<?xml version='1.0' encoding='utf-8'?>",
            encoding: .utf8, mark: [0xEF, 0xBB, 0xBF]),
        Case(name: "UTF-16LE with a mark", declaration: "", encoding: .utf16LittleEndian, mark: [0xFF, 0xFE]),
        Case(name: "UTF-16BE with a mark", declaration: "", encoding: .utf16BigEndian, mark: [0xFE, 0xFF]),
        Case(
            name: "UTF-16LE with a mark, declared", declaration: "<?xml version='1.0' encoding='UTF-16'?>",
            encoding: .utf16LittleEndian, mark: [0xFF, 0xFE]),
        Case(
            name: "UTF-16LE without a mark", declaration: "<?xml version='1.0' encoding='UTF-16LE'?>",
            encoding: .utf16LittleEndian),
        Case(
            name: "windows-1252", declaration: "<?xml version='1.0' encoding='windows-1252'?>", encoding: .windowsCP1252
        ),
    ]

    @Test(arguments: cases, [1, 1_000, 65_536])
    func `an encoding that is declared or marked is read, with positions in characters`(_ given: Case, chunk: Int)
        throws
    {
        let body = "<a>" + Self.long + "–é<b/></a>"
        let bytes = given.bytes(chunk == 1 ? "<a>é – \n–é<b/></a>" : body)
        let recorder = try Recorder.read(bytes, chunk: chunk)
        #expect(recorder.story[1] == (chunk == 1 ? "é – \n–é" : Self.long + "–é"))
        #expect(
            recorder.starts.map(\.position) == [
                XMLPosition(line: 1, column: given.declaration.count + 1),
                XMLPosition(line: chunk == 1 ? 2 : 20_001, column: 3),
            ])
    }

    @Test func `ISO-8859-1 is read when it is declared`() throws {
        let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>gr".utf8) + [0xFC] + Array("n<b/></a>".utf8)
        let recorder = try Recorder.read(bytes)
        #expect(recorder.story == ["<a", "grün", "<b", ">b", ">a"])
        #expect(recorder.starts.map(\.position) == [XMLPosition(line: 2, column: 1), XMLPosition(line: 2, column: 8)])
    }

    @Test(
        arguments: ["", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='UTF-8'?>"],
        ["<a>gr", "<a b='gr", "<gr"])
    func `bytes of another encoding that is not declared are refused`(declaration: String, before: String) throws {
        let bytes = Array((declaration + "\n" + before).utf8) + [0xFC] + Array("n'/></a>".utf8)
        let error = try #require(Recorder.error(bytes))
        #expect(error.code == .encoding)
        #expect(error.position.line == 2)
    }

    @Test func `an encoding that nobody knows is refused`() throws {
        let error = try #require(Recorder.error(Array("<?xml version='1.0' encoding='klingon'?><a/>".utf8)))
        #expect(error.code == .encoding)
    }
}
