import Answers
import Testing

@Suite struct PlainLettersSignalTests {
    @Test(arguments: [
        ("de", "Preisverhandlungen", "Im Gespräch über den Preis: erst die Verhandlung, dann der Rabatt."),
        ("tr", "fiyatlarını", "Müşteri fiyat sorunca önce ihtiyacını sorun."),
        ("ru", "скидками", "Когда просят скидку, спросите зачем."),
        ("fi", "hinnoista", "Kun asiakas kysyy hintaa, hinnoittelu tulee vasta sitten."),
    ])
    func `an inflected word of another language is found in the text`(language: String, query: String, text: String) {
        let index = AnswerIndex([
            IndexEntry(number: 1, question: "1", text: text, language: language),
            IndexEntry(number: 2, question: "2", text: "xxxx yyyy zzzz", language: language),
        ])
        let hits = index.search(SearchQuery(query, sight: .everything)).hits
        #expect(hits.map(\.number) == [1])
        #expect(hits.first?.why.shares.contains { $0.signal == .plainLetters } == true)
    }

    @Test func `English text is not cut into letters`() {
        let index = AnswerIndex([IndexEntry(number: 1, question: "1", text: "the price of it")])
        #expect(index.found("pricelist").isEmpty)
    }
}
