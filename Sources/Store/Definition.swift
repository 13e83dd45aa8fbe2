import Foundation
import Persistence

/// Values of the domain that are kept whole, as JSON whose bytes depend on the value alone.
enum Definition {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// - Throws: ``StoreError`` of kind `mismatch` where the column holds another type's JSON.
    static func decode<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws(StoreError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw StoreError(.mismatch, "a column's JSON is no \(type)")
        }
    }
}
