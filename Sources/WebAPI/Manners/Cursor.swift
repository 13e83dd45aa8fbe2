import Foundation
import Learning

/// Where a list goes on, opaque to callers: the list's name and the sort values of the last row.
enum Cursor {
    static func encode(list: String, _ keys: [String]) -> String {
        let data = (try? JSONEncoder().encode([list] + keys)) ?? Data()
        return data.base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    static let refusal = Refusal.invalid(
        "cursor", "bad-cursor", "This cursor is not one of this list: start without it.")

    /// - Throws: ``Refusal`` when it is not a cursor, or one of another list.
    static func decode(_ text: String, list: String, count: Int) throws(Refusal) -> [String] {
        var padded = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        padded += String(repeating: "=", count: (4 - padded.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded),
            let keys = try? JSONDecoder().decode([String].self, from: data), keys.count == count + 1, keys[0] == list,
            !keys.contains(where: { $0.unicodeScalars.contains("\0") })
        else {
            throw refusal
        }
        return Array(keys.dropFirst())
    }
}

extension Call {
    /// How many rows a page may have: `limit`, 25 unless said otherwise.
    func limit() throws(Refusal) -> Int {
        try queryInteger("limit", 1...Limits.pageSize.value) ?? 25
    }

    /// The sort values after which the page starts; nil on the first page.
    func cursor(list: String, count: Int) throws(Refusal) -> [String]? {
        guard let text = query("cursor") else { return nil }
        return try Cursor.decode(text, list: list, count: count)
    }
}

/// A page of a list.
struct Listing<Row: Encodable>: Encodable {
    let data: [Row]
    let hasMore: Bool
    /// The cursor of the next page; null on the last.
    let next: String?

    /// Takes one row more than the limit, to know whether there are more.
    init<Value>(_ values: [Value], limit: Int, list: String, row: (Value) -> Row, key: (Value) -> [String]) {
        let shown = values.prefix(limit)
        hasMore = values.count > limit
        next = hasMore ? shown.last.map { Cursor.encode(list: list, key($0)) } : nil
        data = shown.map(row)
    }

    private enum CodingKeys: CodingKey { case data, hasMore, next }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(data, forKey: .data)
        try container.encode(hasMore, forKey: .hasMore)
        try container.encode(next, forKey: .next)
    }
}
