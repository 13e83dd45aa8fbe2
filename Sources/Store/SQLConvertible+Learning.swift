public import Learning
public import Persistence

extension Identifier: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }
    public init(sqlValue: SQLValue) throws(StoreError) { self.init(stored: try String(sqlValue: sqlValue)) }
}

extension Instant: SQLConvertible {
    public var sqlValue: SQLValue { .integer(milliseconds) }
    public init(sqlValue: SQLValue) throws(StoreError) { self.init(milliseconds: try Int64(sqlValue: sqlValue)) }
}

extension ModuleKind: SQLConvertible {}
extension ActivityKind: SQLConvertible {}
extension Verb: SQLConvertible {}
extension EventRecord.Via: SQLConvertible {}
extension Finding.Severity: SQLConvertible {}
extension Caller.Scope: SQLConvertible {}
extension ImportJob.State: SQLConvertible {}
extension ImportResult: SQLConvertible {}
extension Token.Kind: SQLConvertible {}
extension Invitation.Purpose: SQLConvertible {}

extension Answer.State: SQLConvertible {}
extension Question.State: SQLConvertible {}
extension Search.Outcome: SQLConvertible {}
extension Notice.Kind: SQLConvertible {}
extension Feedback.Outcome: SQLConvertible {}
extension VoiceSeries.Source: SQLConvertible {}
extension VoiceSeries.Measure: SQLConvertible {}
extension InitiativeReply.Answer: SQLConvertible {}
