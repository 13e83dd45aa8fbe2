/// How much a Markdown text asks of its parser beyond its length. Rows of a table are filled up to the width of the first,
/// a table may begin at every line that looks like the one below a table's head, and bare links are looked for anew within
/// every word: a few kilobytes can ask for a gigabyte, or for minutes.
public struct MarkdownWeight: Hashable, Sendable {
    /// Lines of one block that may look like the one below a table's head.
    static let headLimit = 128
    /// What the squares of the lengths of all words may add up to, in bytes: one word of 14,000, or many shorter ones.
    static let wordLimit = 200_000_000

    /// Bytes of UTF-8.
    public let bytes: Int
    /// The cells of its tables, written or filled up; too many rather than too few.
    public private(set) var cells = 0
    /// The most lines of one block that look like the one below a table's head.
    private(set) var heads = 0
    /// The squares of the lengths of all words, added up.
    private(set) var words = 0

    /// Goes through the text once.
    public init(_ markdown: String) {
        bytes = markdown.utf8.count
        var line = Line()
        var width = 0
        var headsHere = 0
        var word = 0
        var before: UInt8 = 0
        func endWord() {
            words += word * word
            word = 0
        }
        func endLine() {
            if line.isBlank {
                (width, headsHere) = (0, 0)
            } else {
                if line.isHeadRule {
                    width = max(width, line.pipes + 1)
                    headsHere += 1
                    heads = max(heads, headsHere)
                }
                cells += width
            }
            line = Line()
        }
        for byte in markdown.utf8 {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                endWord()
                // Between the two halves of one line end there is no empty line.
                if byte == UInt8(ascii: "\r") || before != UInt8(ascii: "\r") { endLine() }
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                endWord()
                line.add(byte)
            default:
                word += 1
                line.add(byte)
            }
            before = byte
        }
        endWord()
        endLine()
    }

    /// Whether its tables are laid out; otherwise they are shown as they are written.
    public var laysOutTables: Bool {
        heads <= Self.headLimit && cells <= min(Limits.tableCells.value, 1000 + 2 * bytes)
    }

    /// Whether bare links in it are found.
    public var findsBareLinks: Bool { words <= Self.wordLimit }

    /// What is not shown as its author means it, and what to do about it; nil when all is.
    public var problem: (message: String, hint: String)? {
        if !laysOutTables {
            return (
                "The text has too large a table (about \(cells) cells, empty ones among them); it is shown as it is written.",
                "Take out columns that most rows leave empty, split the table, or put it into a file of its own."
            )
        }
        if !findsBareLinks {
            return (
                "The text has thousands of characters without a space between them; bare links in it are not found.",
                "Look for data that was pasted into it, such as a picture, and put that into a file."
            )
        }
        return nil
    }

    /// What is known of a line while it is read.
    private struct Line {
        var pipes = 0
        var dashes = 0
        var isBlank = true
        /// Whether there is nothing in it but what stands below a table's head, in a list or a quotation, too.
        var isRule = true

        var isHeadRule: Bool { isRule && pipes > 0 && dashes > 0 }

        mutating func add(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): return
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x0B, 0x0C:
                break
            default: isRule = false
            }
            isBlank = false
        }
    }
}
