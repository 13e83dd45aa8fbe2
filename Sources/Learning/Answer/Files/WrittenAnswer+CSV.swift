extension WrittenAnswer {
    /// Reads every row of a table.
    /// - Throws: ``Refusal`` when a column is missing or unknown: a table of something else is not taken for answers.
    public static func all(of table: CSVTable) throws(Refusal) -> [WrittenAnswer] {
        if let missing = ["question", "text"].first(where: { !table.columns.contains($0) }) {
            throw .invalid(line: table.headerLine, "csv-column-missing", "The header names no column \"\(missing)\".")
        }
        if let unknown = table.columns.first(where: { !AnswerRow.columns.contains($0) }) {
            throw .invalid(
                line: table.headerLine, "csv-column-unknown",
                "The column \"\(unknown.prefix(50))\" is not known; known are "
                    + "\(AnswerRow.columns.joined(separator: ", ")).")
        }
        return table.rows.map(WrittenAnswer.init)
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
