import Testing

@testable import Answers

@Suite struct DemandTests {
    private let index = AnswerIndex([
        IndexEntry(
            number: 1, question: "They want a discount at once", text: "Say no.", tags: ["price", "first call"]),
        IndexEntry(number: 2, question: "A discount for a longer term", tags: ["price list"], place: Place(course: 4)),
        IndexEntry(number: 3, question: "Wann gebe ich Rabatt?", text: "discount", tags: ["Preis"], language: "de"),
        IndexEntry(
            number: 4, question: "Renewals slip", text: "A discount at once does not help.", place: Place(course: 5)),
    ])

    @Test(arguments: [
        ("discount", [1, 2, 3, 4]), ("discount -terms", [1, 3, 4]), ("discount -rabatt", [1, 2, 4]),
        ("discount -\"at once\"", [2, 3]),
        ("discount tag:price", [1, 2]), ("discount -tag:price", [3, 4]), ("discount tag:\"first calls\"", [1]),
        ("tag:preis", [3]),
        ("discount tag:nothing", []), ("-discount", [1, 2, 3, 4]), ("discount -", [1, 2, 3, 4]),
    ])
    func `hits have what is demanded and nothing of what is left out`(query: String, numbers: [UInt32]) {
        #expect(index.found(query).sorted() == numbers)
    }

    @Test func `hits are held to courses`() {
        func found(_ courses: Set<UInt32>?) -> [UInt32] {
            index.search(SearchQuery("discount", sight: .everything, courses: courses)).hits.map(\.number.value)
                .sorted()
        }
        #expect(found([4]) == [2] && found([4, 5]) == [2, 4] && found([]).isEmpty && found(nil).count == 4)
    }

    @Test(arguments: [
        ("\"discount at once\"", "en", ["They want a discount at once"], true),
        ("\"discounts at once\"", "en", ["They want a discount, at once!"], true),
        ("\"once at\"", "en", ["They want a discount at once"], false),
        ("\"once they\"", "en", ["discount at once", "they"], false),
        ("\"discount once\" call", "en", ["a discount at once", "call"], false),
        ("\"too dear\" \"at once\"", "en", ["It is too dear", "at once"], true),
        ("\"zu teuer\"", "de", ["Das ist ZU TEUER."], true),
        ("\"退款政\"", "zh", ["我们的退款政策"], true), ("\"款退\"", "zh", ["我们的退款政策"], false),
        ("price -\"at once\"", "en", ["nothing"], true),
    ])
    func `quoted words stand side by side`(query: String, language: String, fields: [String], isMet: Bool) {
        let check = index.search(SearchQuery(query, sight: .everything)).phrases
        #expect(check.isMet(by: fields.map { WordPlaces(of: $0, language: language) }) == isMet)
    }

    @Test func `what has the words of a quote is found, and without the quote what has some of them`() {
        #expect(index.found("\"discount at once\"").sorted() == [1, 4])
        let loose = SearchQuery("\"discount at once\"", sight: .everything, takesPhrasesAsWords: true)
        #expect(index.search(loose).hits.map(\.number).sorted() == [1, 2, 3, 4])
    }
}
