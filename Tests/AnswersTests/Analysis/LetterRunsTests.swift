import Testing

@testable import Answers

@Suite struct LetterRunsTests {
    @Test(arguments: [
        ("price", ["_pri", "pric", "rice", "ice_"]), ("of", ["_of_"]), ("a", []), ("", []),
        ("größe", ["_grö", "größ", "röße", "öße_"]), ("価格", ["_価格_"]),
    ])
    func `a word is cut into runs of four letters`(word: String, runs: [String]) {
        #expect(LetterRuns.runs(of: Array(word.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } == runs)
    }
}
