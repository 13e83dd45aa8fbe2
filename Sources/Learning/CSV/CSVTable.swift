/// A table of comma-separated values (RFC 4180) whose first line names the columns.
///
/// A byte order mark is skipped. Commas, semicolons or tabs part the fields, whichever stands in the header most often, or what
/// a first line `sep=;` says, as some spreadsheets write it. Columns are known in any case of letters; empty ones behind the
/// last are passed over. Quotes may hold separators, line ends and doubled quotes.
public struct CSVTable: Hashable, Sendable {
    /// One row, by column.
    public struct Row: Hashable, Sendable {
        /// 1-based line on which the row starts.
        public var line: Int
        private let fields: [String: String]
        /// Where the field of each column begins.
        public let places: [String: FilePosition]
        /// Why the row cannot be read; nil when it can.
        public var fault: String?

        init(line: Int, fields: [String: String], places: [String: FilePosition], fault: String?) {
            self.line = line
            self.fields = fields
            self.places = places
            self.fault = fault
        }

        /// Whether the table has this column.
        public func has(_ column: String) -> Bool { fields[column] != nil }

        /// A field without outer space, and without the apostrophe that guards against formulas in tables of ours; nil where
        /// it is empty or its column is not there.
        public subscript(_ column: String) -> String? {
            guard let field = fields[column]?.trimmed, !field.isEmpty else { return nil }
            return CSVLine.unguarded(field)
        }

        /// The values of a field that holds several, separated by `|`.
        public func list(_ column: String) -> [String] { CSVList.split(self[column] ?? "") }
    }

    /// As the header names them, in lower case and without outer space.
    public let columns: [String]
    public let rows: [Row]

    /// Reads the text of a file.
    /// - Parameters:
    ///   - known: the columns that it may have; nil: any.
    ///   - needed: those that it must have.
    ///   - limit: how many rows are read before the table is refused.
    /// - Throws: ``Refusal`` when there is no header, a column is named twice, missing or unknown, a quote is never closed, or there
    ///   are too many rows.
    public init(
        _ text: String, of known: [String]? = nil, needing needed: [String] = [], upTo limit: Limit? = nil
    ) throws(Refusal) {
        var reader = CSVReader(text)
        guard let header = reader.next() else {
            throw .invalid(line: 1, "csv-empty", "The file is empty: its first line names the columns.")
        }
        guard header.restIsBlank else {
            throw .invalid(
                line: header.line, "csv-fields",
                "The header has \(header.count) columns: at most \(header.fields.count) are read.")
        }
        var columns = header.fields.map { $0.trimmed.lowercased() }
        while columns.count > 1, columns.last == "" { columns.removeLast() }
        if let unnamed = columns.firstIndex(of: "") {
            throw .invalid(
                line: header.line, "csv-column-unnamed", "Column \(unnamed + 1) of the header has no name.")
        }
        if let twice = Dictionary(grouping: columns, by: { $0 }).first(where: { $0.value.count > 1 })?.key {
            throw .invalid(line: header.line, "csv-column-twice", "The column \"\(twice.prefix(100))\" is named twice.")
        }
        // Before any row is read, so that a table of something else is never held whole.
        if let missing = needed.first(where: { !columns.contains($0) }) {
            throw .invalid(line: header.line, "csv-column-missing", "The header names no column \"\(missing)\".")
        }
        if let known, let unknown = columns.first(where: { !known.contains($0) }) {
            throw .invalid(
                line: header.line, "csv-column-unknown",
                "The column \"\(unknown.prefix(50))\" is not known; known are \(known.joined(separator: ", ")).")
        }
        var rows: [Row] = []
        while let record = reader.next() {
            if record.restIsBlank, record.fields.allSatisfy(\.isEmpty) { continue }
            if let limit, rows.count == limit.value { throw .tooMany(limit, line: record.line) }
            let isWhole =
                record.count >= columns.count && record.restIsBlank
                && record.fields[columns.count...].allSatisfy { $0.trimmed.isEmpty }
            let fault = isWhole ? nil : "The row has \(record.count) fields, the header \(columns.count)."
            let fields = Dictionary(zip(columns, record.fields)) { first, _ in first }
            let places = Dictionary(zip(columns, record.places)) { first, _ in first }
            rows.append(Row(line: record.line, fields: fields, places: places, fault: fault))
        }
        if let line = reader.openQuote {
            throw .invalid(line: line, "csv-open-quote", "The quote that opens on line \(line) is never closed.")
        }
        self.columns = columns
        self.rows = rows
    }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
