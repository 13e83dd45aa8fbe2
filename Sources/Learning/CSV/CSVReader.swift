/// Goes through the records of a CSV text, one at a time.
struct CSVReader {
    struct Record {
        var line: Int
        /// The first of them; those beyond ``CSVReader/most`` are only counted.
        var fields: [String] = []
        /// Where each of these begins.
        var places: [FilePosition] = []
        /// How many there are.
        var count = 0
        /// Whether those that were only counted say nothing.
        var restIsBlank = true

        fileprivate mutating func add(_ field: String.UnicodeScalarView, at place: FilePosition, most: Int) {
            count += 1
            if fields.count < most {
                fields.append(String(field))
                places.append(place)
            } else if !field.allSatisfy(\.properties.isWhitespace) {
                restIsBlank = false
            }
        }
    }

    /// So many fields of a record are kept, as a line of nothing but commas may be megabytes long.
    private static let most = 1_000

    private let scalars: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var position = 0
    private var line = 1
    /// Where the line begins.
    private var lineStart = 0
    /// The line on which a quote was opened that the text does not close.
    private(set) var openQuote: Int?

    init(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        self.scalars = scalars
        let first = scalars.prefix { $0 != "\n" && $0 != "\r" }
        if first.count == 5, String(String.UnicodeScalarView(first.dropLast())).lowercased() == "sep=" {
            separator = first[4]
            position = 5
            if position < scalars.count, scalars[position] == "\r" { position += 1 }
            if position < scalars.count, scalars[position] == "\n" { position += 1 }
            line = 2
            lineStart = position
        } else {
            separator = Self.separator(of: first)
        }
    }

    /// What parts the fields of a header: of comma, semicolon and tab, the one that stands in it most often.
    private static func separator(of header: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
        var best: (count: Int, scalar: Unicode.Scalar) = (0, ",")
        for candidate: Unicode.Scalar in [",", ";", "\t"] {
            let count = header.count { $0 == candidate }
            if count > best.count { best = (count, candidate) }
        }
        return best.scalar
    }

    private var here: FilePosition { FilePosition(line: line, column: position - lineStart + 1) }

    /// The next record; nil at the end.
    mutating func next() -> Record? {
        guard position < scalars.count else { return nil }
        var record = Record(line: line)
        var field = String.UnicodeScalarView()
        var place = here
        var isQuoted = false
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            if scalar == "\n" {
                line += 1
                lineStart = position
            }
            if isQuoted {
                if scalar != "\"" {
                    field.append(scalar)
                } else if position < scalars.count, scalars[position] == "\"" {
                    position += 1
                    field.append(scalar)
                } else {
                    isQuoted = false
                    openQuote = nil
                }
                continue
            }
            switch scalar {
            case "\"" where field.isEmpty:
                isQuoted = true
                openQuote = line
            case separator:
                record.add(field, at: place, most: Self.most)
                field = String.UnicodeScalarView()
                place = here
            case "\r" where position < scalars.count && scalars[position] == "\n":
                continue
            case "\n", "\r":
                record.add(field, at: place, most: Self.most)
                return record
            default:
                field.append(scalar)
            }
        }
        record.add(field, at: place, most: Self.most)
        return record
    }
}
