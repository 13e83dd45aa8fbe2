import Learning
import Testing

@Suite struct CSVTests {
    @Test(arguments: [
        ("a,b\n1,2\n", ["1", "2"]),
        ("a,b\r\n1,2", ["1", "2"]),
        ("\u{FEFF}a;b\n1;2\n", ["1", "2"]),
        ("a,b\n\"x,\"\"y\"\"\", z \n", ["x,\"y\"", "z"]),
        ("a,b\n\"two\nlines\",\n", ["two\nlines", nil]),
        ("a,b\n1;2,3\n", ["1;2", "3"]),
        ("a\tb\n1,5\t2\n", ["1,5", "2"]),
        ("sep=;\r\na;b\r\n1,5;2\r\n", ["1,5", "2"]),
        ("\u{FEFF}SEP=\t\na\tb\n1\t2\n", ["1", "2"]),
        ("A, B \n1,2\n", ["1", "2"]),
        ("a,b,,\n1,2,,\n", ["1", "2"]),
        ("a,b,\n1,2\n", ["1", "2"]),
    ])
    func `a row is read by column`(_ sample: (text: String, fields: [String?])) throws {
        let table = try CSVTable(sample.text)
        #expect(table.columns == ["a", "b"])
        #expect(table.rows.map { [$0["a"], $0["b"]] } == [sample.fields])
    }

    @Test func `rows know their line and what is wrong with them`() throws {
        let table = try CSVTable("a,b\n\"1\n1\",2\n\n3\n4,5,6\n")
        #expect(table.rows.map(\.line) == [2, 5, 6])
        #expect(
            table.rows.map(\.fault) == [
                nil, "The row has 1 fields, the header 2.", "The row has 3 fields, the header 2.",
            ])
    }

    @Test func `a line that names the separator is counted, and what stands behind the last column is told`() throws {
        let table = try CSVTable("sep=;\na;b;\n1;2;3\n")
        #expect(table.rows.first?.line == 3)
        #expect(table.rows.map(\.line) == [3])
        #expect(table.rows.map(\.fault) == ["The row has 3 fields, the header 2."])
    }

    @Test(arguments: [("a,c\n", "csv-column-unknown"), ("b\n", "csv-column-missing")])
    func `a table of something else is refused at its header`(_ sample: (text: String, code: String)) {
        // The row behind it is not looked at, however much is wrong with it.
        let refusal = #expect(throws: Refusal.self) {
            try CSVTable(sample.text + "\"never closed", of: ["a", "b"], needing: ["a"])
        }
        #expect(refusal?.code == sample.code)
        #expect(refusal?.details.first?.line == 1)
    }

    @Test func `a quote with a mark over it is doubled like any`() throws {
        let field = "x\"\u{301},=1+1"
        let line = CSVLine.make([field, "y"])
        #expect(Array(line.unicodeScalars) == Array("\"x\"\"\u{301},=1+1\",y\r\n".unicodeScalars))
        #expect(try CSVTable("a,b\n" + line).rows.first?["a"] == field)
    }

    @Test func `a field may hold several values`() throws {
        let table = try CSVTable("a,b\nx | y|| ,\n")
        #expect(table.rows[0].list("a") == ["x", "y"])
        #expect(table.rows[0].list("b") == [])
    }

    @Test(arguments: [
        ("", "csv-empty"), ("a,,b\n1,2,3\n", "csv-column-unnamed"), ("a,A\n1,2\n", "csv-column-twice"),
        ("a,a\n1,2\n", "csv-column-twice"), ("a,b\n\"1,2\n3,4\n", "csv-open-quote"),
    ])
    func `what is no table is refused`(_ sample: (text: String, code: String)) throws {
        let refusal = #expect(throws: Refusal.self) { try CSVTable(sample.text) }
        #expect(refusal?.code == sample.code)
    }

    @Test(arguments: [
        (["a", "b c"], "a,b c\r\n"),
        (["say \"hi\"", "1,5"], "\"say \"\"hi\"\"\",\"1,5\"\r\n"),
        (["=1+1", "+49 30", "-3", "@x", "-"], "'=1+1,'+49 30,-3,'@x,'-\r\n"),
        (["\t=1", "a\nb"], "'\t=1,\"a\nb\"\r\n"),
    ])
    func `a line is quoted and guarded against formulas`(_ sample: (fields: [String], line: String)) {
        #expect(CSVLine.make(sample.fields) == sample.line)
    }
}
