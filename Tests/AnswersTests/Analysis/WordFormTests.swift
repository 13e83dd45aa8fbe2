import Testing

@testable import Answers

@Suite struct WordFormTests {
    @Test(arguments: ["en", "EN", "en-US", "en_GB", "eng", "en-Latn-US"])
    func `English is stemmed`(language: String) {
        #expect(WordForm(language: language) == .stemmed)
    }

    @Test(arguments: ["de", "", "enm", "fr-CA", "x-en", "?", "e"])
    func `other languages are not`(language: String) {
        #expect(WordForm(language: language) == .plain)
    }
}
