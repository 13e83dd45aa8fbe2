import Answers
import Testing

/// Whatever is typed or stored, search answers.
@Suite struct BadInputTests {
    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "What do I say when they open with the price?"),
        IndexEntry(number: 2, question: "\u{202E}drowsdrawkcab\u{202C}", text: "\u{0}\u{1}\u{7}\u{FFFD}"),
    ])

    @Test(arguments: [
        "", " ", "\n\t", "?!…—«»", "\u{0}\u{1}\u{1F}\u{7F}", "\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}", "🥊🥊🏽👩‍👩‍👧",
        "\"\"\"", "(((", "-", "''''", "%_\\*", "\u{301}\u{302}", "\u{FEFF}", "\u{FFFD}",
    ])
    func `a query without words finds nothing`(query: String) {
        let results = index.search(SearchQuery(query, sight: .everything))
        #expect(results.hits.isEmpty && !results.hasMore && results.isWeak && !results.isCut)
    }

    @Test(arguments: [
        "\u{200F}price\u{200E}", "\"price", "price\u{0}", "pri\u{AD}ce", "(price))", "ＰＲＩＣＥ", "-price", "p\u{301}rice",
    ])
    func `a word is found through what surrounds it`(query: String) {
        #expect(index.found(query) == [1])
    }

    @Test(arguments: [
        String(repeating: "price ", count: 20_000), String(repeating: "p", count: 100_000),
        (0..<20_000).map { "w\($0)" }.joined(separator: " "), String(repeating: "価", count: 40_000),
        String(repeating: "'", count: 100_000), String(repeating: "e\u{301}", count: 50_000),
    ])
    func `a query of a hundred kilobytes is read up to a limit`(query: String) {
        let results = index.search(SearchQuery(query, sight: .everything))
        #expect(results.isCut)
        #expect(results.hits.count <= 2)
    }

    @Test func `words beyond the limit are not looked for`() {
        let many = (0..<IndexLimits.queryWords).map { "unknown\($0)" }.joined(separator: " ")
        let results = index.search(SearchQuery(many + " price", sight: .everything))
        #expect(results.isCut && results.hits.isEmpty)
    }

    @Test func `an entry of five megabytes is indexed up to a limit`() {
        let text = "escrow " + String(repeating: "lorem ipsum dolor sit amet ", count: 200_000) + " indemnity"
        index.apply([
            .put(
                IndexEntry(
                    number: 3, question: text, phrasings: Array(repeating: "same again", count: 1_000), text: text,
                    tags: Array(repeating: text, count: 3) + Array(repeating: "tag", count: 500)))
        ])
        #expect(index.found("escrow") == [3])
        #expect(index.found("indemnity").isEmpty)
        #expect(index.count == 3)
    }

    @Test func `an entry without any word is kept and never found`() {
        index.apply([.put(IndexEntry(number: 4, question: "?!", text: "…", tags: ["", "-"], language: ""))])
        #expect(index.count == 3)
        #expect(index.found("price") == [1])
        index.apply([.remove(4)])
        #expect(index.count == 2)
    }

    @Test(arguments: [
        ("af", "Hoe antwoord ek op die prys"), ("am", "ስለ ዋጋው ምን እላለሁ"), ("ar", "ماذا أقول عن السعر"),
        ("az", "Qiymət haqqında nə deyim"),
        ("be", "Што сказаць пра цану"), ("bg", "Какво да кажа за цената"), ("bn", "দাম নিয়ে কী বলব"),
        ("ca", "Què dic sobre el preu"),
        ("cs", "Co říct o ceně"), ("cy", "Beth ddylwn ddweud am y pris"), ("da", "Hvad siger jeg om prisen"),
        ("de", "Was sage ich zum Preis"),
        ("el", "Τι λέω για την τιμή"), ("es", "Qué digo sobre el precio"), ("et", "Mida öelda hinna kohta"),
        ("eu", "Zer esan prezioaz"),
        ("fa", "درباره قیمت چه بگویم"), ("fi", "Mitä sanon hinnasta"), ("fr", "Que dire du prix"),
        ("ga", "Cad a déarfaidh mé faoin bpraghas"),
        ("gu", "કિંમત વિશે શું કહું"), ("he", "מה אומרים על המחיר"), ("hi", "कीमत के बारे में क्या कहूँ"), ("hr", "Što reći o cijeni"),
        ("hu", "Mit mondjak az árról"), ("hy", "Ինչ ասեմ գնի մասին"), ("id", "Apa jawaban soal harga"),
        ("is", "Hvað segi ég um verðið"),
        ("it", "Cosa dico del prezzo"), ("ja", "価格について何と言うか"), ("ka", "რა ვთქვა ფასზე"),
        ("kk", "Баға туралы не айтамын"),
        ("km", "តើខ្ញុំនិយាយអ្វីអំពីតម្លៃ"), ("ko", "가격에 대해 뭐라고 말할까"), ("lo", "ຂ້ອຍຈະເວົ້າຫຍັງກ່ຽວກັບລາຄາ"),
        ("lt", "Ką sakyti apie kainą"),
        ("lv", "Ko teikt par cenu"), ("mk", "Што да кажам за цената"), ("mn", "Үнийн талаар юу хэлэх вэ"),
        ("my", "ဈေးနှုန်းအကြောင်း ဘာပြောရမလဲ"),
        ("nl", "Wat zeg ik over de prijs"), ("no", "Hva sier jeg om prisen"), ("pl", "Co powiedzieć o cenie"),
        ("pt", "O que digo sobre o preço"),
        ("ro", "Ce spun despre preț"), ("ru", "Что сказать о цене"), ("sv", "Vad säger jag om priset"),
        ("sw", "Niseme nini kuhusu bei"),
        ("ta", "விலை பற்றி என்ன சொல்வது"), ("th", "จะพูดอะไรเรื่องราคา"), ("tr", "Fiyat hakkında ne diyeyim"),
        ("uk", "Що сказати про ціну"),
        ("vi", "Tôi nói gì về giá cả"), ("zh", "关于价格我该说什么"),
    ])
    func `a question in any language finds itself`(language: String, question: String) {
        index.apply([.put(IndexEntry(number: 9, question: question, language: language))])
        let results = index.search(SearchQuery(question, sight: .everything))
        #expect(results.hits.first?.number == 9)
        #expect(!results.isWeak)
        #expect(!results.highlighter.ranges(in: question, language: language).isEmpty)
    }
}
