public import Foundation
public import Learning
import XML

/// Reads files of answers: one reader a format, one kind of row.
public enum AnswerFile {
    /// What a file says of each of its answers. Blocks.
    ///
    /// The bytes are UTF-8, or UTF-16 with a byte order mark; XML may declare another encoding.
    /// - Throws: ``Refusal`` with its place when it is no file of answers of this format, or has more than the limits allow.
    public static func read(_ bytes: Data, as format: AnswerFormat) throws -> [AnswerRow] {
        switch format {
        case .csv:
            AnswerRow.rows(of: try WrittenAnswer.all(ofCSV: try text(bytes)))
        case .json: AnswerRow.rows(of: try WrittenAnswer.all(ofJSON: try text(bytes)))
        case .xml, .moodle: AnswerRow.rows(of: try AnswerXMLReader.read(bytes))
        }
    }

    private static func text(_ bytes: Data) throws(Refusal) -> String {
        guard let isLittle = [[0xFF, 0xFE]: true, [0xFE, 0xFF]: false][Array(bytes.prefix(2))] else {
            return try UTF8Text.decode(bytes)
        }
        var units: [UInt16] = []
        var rest = bytes.dropFirst(2)[...]
        while rest.count >= 2 {
            let (first, second) = (UInt16(rest[rest.startIndex]), UInt16(rest[rest.startIndex + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
            rest = rest.dropFirst(2)
        }
        guard rest.isEmpty, let text = String(validating: units, as: UTF16.self) else {
            throw .invalid(
                line: 1, "bad-utf16", "The file is not the UTF-16 that its first two bytes say: save it as UTF-8.")
        }
        return text
    }
}
