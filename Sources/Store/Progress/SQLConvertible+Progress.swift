public import Learning
public import Persistence

extension ProgressStatus: SQLConvertible {}

extension CivilDate: SQLConvertible {
    public var sqlValue: SQLValue { .text(description) }
    public init(sqlValue: SQLValue) throws(StoreError) {
        let text = try String(sqlValue: sqlValue)
        guard let date = CivilDate(text) else { throw StoreError(.mismatch, "a column holds no date") }
        self = date
    }
}

extension ProgressFacts: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }
    public init(sqlValue: SQLValue) throws(StoreError) {
        let text = try String(sqlValue: sqlValue)
        guard let facts = ProgressFacts(text: text) else { throw StoreError(.mismatch, "a column holds no facts") }
        self = facts
    }
}

extension ClockTime: SQLConvertible {
    public var sqlValue: SQLValue { .text(description) }
    public init(sqlValue: SQLValue) throws(StoreError) {
        let text = try String(sqlValue: sqlValue)
        guard let time = ClockTime(text) else { throw StoreError(.mismatch, "a column holds no time of day") }
        self = time
    }
}
