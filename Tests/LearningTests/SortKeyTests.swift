import Testing

@testable import Learning

@Suite struct SortKeyTests {
    @Test(arguments: [
        ("Åsa  Öberg", "asa oberg"), ("ANNE-MARIE", "anne-marie"), ("ﬁnn", "finn"), (" \tx ", "x"), ("李 明", "李 明"),
    ])
    func `a key folds case, accents and spaces`(text: String, key: String) {
        #expect(SortKey.make(text) == key)
    }

    @Test func `every word starts a key of its own`() {
        #expect(SortKey.suffixes("ana maria diaz") == ["ana maria diaz", "maria diaz", "diaz"])
        #expect(SortKey.suffixes("") == [])
    }

    @Test func `the bound of a prefix lies behind everything that starts with it`() {
        #expect("oberg" < SortKey.bound("ob"))
        #expect("ob\u{FFFF}" < SortKey.bound("ob"))
        #expect(!("oc" < SortKey.bound("ob")))
    }
}
