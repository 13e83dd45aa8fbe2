/// What may be told of the replies to an invitation: the sum of whole groups of five and more, see ``RuleOfFive``.
///
/// Replies are voices in the order in which they were given; a group that was formed stays as it is. Of somebody who changed their
/// mind the latest reply in a formed group counts, so that two reports differ by the replies of five people at least.
public struct InvitationReport: Hashable, Sendable {
    /// How many people are told of.
    public var people: Int
    public var areIn: Int
    public var areNotYet: Int
    /// How many people gave the reasons.
    public var writers: Int
    /// In the order of their letters, so that nothing tells when they came.
    public var reasons: [String]

    /// - Parameters:
    ///   - replies: all of one initiative, in the order in which they were committed.
    ///   - reader: who reads; is not told of groups that they are one of.
    public init(_ replies: [InitiativeReply], reader: Identifier<Person>?) {
        var latest: [Identifier<Person>: InitiativeReply.Answer] = [:]
        for reply in Self.told(replies, reader) { latest[reply.personID] = reply.answer }
        people = latest.count
        areIn = latest.values.count { $0 == .imIn }
        areNotYet = people - areIn
        let reasoned = Self.told(replies.filter { $0.because != nil }, reader)
        writers = Set(reasoned.map(\.personID)).count
        reasons = reasoned.compactMap(\.because).sorted()
    }

    /// The replies of groups that were formed, in their order.
    private static func told(_ replies: [InitiativeReply], _ reader: Identifier<Person>?) -> [InitiativeReply] {
        let voices = replies.map { RuleOfFive.Voice(author: $0.personID, teams: [], at: $0.saidAt) }
        return RuleOfFive.blocks(voices)
            .filter { block in !block.voices.contains { replies[$0].personID == reader } }
            .flatMap(\.voices).sorted().map { replies[$0] }
    }
}
