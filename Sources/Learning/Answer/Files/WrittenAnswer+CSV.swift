extension WrittenAnswer {
    /// Reads every row of a table.
    /// - Throws: ``Refusal`` when it is no table of answers, or there are too many.
    public static func all(ofCSV text: String) throws(Refusal) -> [WrittenAnswer] {
        try CSVTable(
            text, of: AnswerRow.columns, needing: ["question", "text"], upTo: Limits.answerImportRows
        ).rows.map(WrittenAnswer.init)
    }

    private init(_ row: CSVTable.Row) {
        self.init(at: FilePosition(line: row.line))
        places = row.places
        for column in AnswerRow.columns where row.has(column) {
            if AnswerRow.lists.contains(column) {
                lists[column] = row.list(column)
            } else {
                texts[column] = row[column] ?? ""
            }
        }
        if let fault = row.fault { refuse("", "csv-fields", fault) }
    }
}
