import Foundation
import TestKit
import Testing

@testable import Encoder

/// Files that are no good model.
struct ModelFileTests {
    struct Case: CustomTestStringConvertible {
        let what: String
        let kind: EncoderError.Kind
        let file: [UInt8]
        var testDescription: String { what }

        init(_ what: String, _ kind: EncoderError.Kind, _ file: [UInt8]) {
            self.what = what
            self.kind = kind
            self.file = file
        }

        init(_ what: String, _ change: (inout TinyModel) -> Void) {
            var model = TinyModel()
            change(&model)
            self.init(what, .inconsistent, model.file)
        }
    }

    static let good = TinyModel().file
    static let body = TinyModel().body

    static func changed(_ place: Int) -> [UInt8] {
        var file = good
        file[place] ^= 1
        return file
    }

    static let cases = [
        Case("nothing", .notAModel, []),
        Case("a text", .notAModel, Array("We sell by asking.".utf8)),
        Case("a zip", .notAModel, [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 100)),
        Case("the first letter alone", .notAModel, Array(good.prefix(7))),
        Case("the name alone", .wrongLength, Array(good.prefix(8))),
        Case("half a header", .wrongLength, Array(good.prefix(30))),
        Case("the header alone", .wrongLength, Array(good.prefix(52))),
        Case("a byte less", .wrongLength, good.dropLast()),
        Case("a byte more", .wrongLength, good + [0]),
        Case(
            "a length beyond all", .wrongLength,
            Array(good.prefix(12)) + Array(repeating: 255, count: 8) + good.dropFirst(20)),
        Case("a later version", .otherVersion, TinyModel.file(body, version: 2)),
        Case("no version", .otherVersion, TinyModel.file(body, version: 0)),
        Case("another digest", .damaged, changed(20)),
        Case("a changed count", .damaged, changed(52)),
        Case("a changed number in the middle", .damaged, changed(good.count / 2)),
        Case("a changed number at the end", .damaged, changed(good.count - 1)),
        Case("no body", .inconsistent, TinyModel.file([])),
        Case("numbers missing", .inconsistent, TinyModel.file(body.dropLast())),
        Case("numbers left over", .inconsistent, TinyModel.file(body + [0])),
        Case("no layers") { $0.layers = 0 },
        Case("heads that do not share") { $0.heads = 5 },
        Case("no heads") { $0.heads = 0 },
        Case(
            "too many dimensions", .inconsistent,
            TinyModel.file(
                Array(body.prefix(4)) + [255, 255, 255, 255] + body.dropFirst(8))),
        Case("room for no word") { $0.positions = 2 },
        Case("fewer words than promised") { $0.promised = 23 },
        Case("no [UNK]") { $0.vocabulary[1] = "unk" },
        Case("no [CLS]") { $0.vocabulary[2] = "cls" },
        Case("no [SEP]") { $0.vocabulary[3] = "sep" },
        Case("numbers that are none") { $0.scale = .nan },
        Case("numbers without end") { $0.scale = .infinity },
    ]

    @Test(arguments: cases)
    func `what is no model is refused and says why`(_ example: Case) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(example.file).write(to: file)
        let error = try #require(throws: EncoderError.self) { try SentenceEncoder(file: file) }
        #expect(error.kind == example.kind)
        #expect(error.description.contains("`make model`"))
    }

    @Test func `a file that is not there, and a folder, cannot be read`() throws {
        let folder = FileManager.default.temporaryDirectory
        for place in [folder.appending(path: UUID().uuidString), folder] {
            let error = #expect(throws: EncoderError.self) { try SentenceEncoder(file: place) }
            #expect(error?.kind == .unreadable)
        }
    }

    @Test func `a good file is read`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(Self.good).write(to: file)
        #expect(try SentenceEncoder(file: file).vector(of: "price") == TinyModel().encoder().vector(of: "price"))
    }
}
