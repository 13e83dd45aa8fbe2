import Testing

@testable import Learning

@Suite struct CSVListTests {
    @Test(arguments: [
        ([], ""), (["a"], "a"), (["a", "b c"], "a|b c"), (["a|b", "c"], #"a\|b|c"#), ([#"a\"#, "b"], #"a\\|b"#),
        ([#"a\|"#, #"b\"#], #"a\\\||b\"#), ([#"C:\dir\"#], #"C:\dir\"#), (["|"], #"\|"#), ([#"\|"#, "|"], #"\\\||\|"#),
    ])
    func `values come back as they were written`(_ sample: (values: [String], field: String)) {
        #expect(CSVList.join(sample.values) == sample.field)
        #expect(CSVList.split(sample.field) == sample.values)
    }

    @Test func `every mix of signs comes back`() {
        let signs = ["", "a", "\\", "|"]
        for first in signs {
            for second in signs {
                for third in signs {
                    for other in signs where other != "" {
                        let values = [first + second + third, other + first].filter { !$0.isEmpty }
                        #expect(CSVList.split(CSVList.join(values)) == values)
                    }
                }
            }
        }
    }

    @Test(arguments: ["=1", "'=1", "''+x", "'", "-3", "+49 30", "'a", "@", "\t"])
    func `a field that is guarded comes back as it was`(_ field: String) {
        let line = CSVLine.make([field]).dropLast(1)
        let written = line.hasPrefix("\"") ? String(line.dropFirst().dropLast()) : String(line)
        #expect(CSVLine.unguarded(written) == field)
    }
}
