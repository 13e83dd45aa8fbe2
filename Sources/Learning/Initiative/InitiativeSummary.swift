/// An initiative with the names that a list shows, and what it is to the reader.
public struct InitiativeSummary: Hashable, Sendable {
    public var initiative: Initiative
    public var sponsorName: String
    public var ownerName: String
    /// In the order of the initiative's courses.
    public var courseTitles: [String]
    /// Whether the reader is one of its people.
    public var isIn: Bool
    /// The reader's latest reply to the invitation.
    public var reply: InitiativeReply?

    public init(
        initiative: Initiative, sponsorName: String, ownerName: String, courseTitles: [String], isIn: Bool,
        reply: InitiativeReply?
    ) {
        self.initiative = initiative
        self.sponsorName = sponsorName
        self.ownerName = ownerName
        self.courseTitles = courseTitles
        self.isIn = isIn
        self.reply = reply
    }

    /// Whether somebody may change it and read what is told of it: its sponsor while a leader, and admins.
    public func isLed(by caller: Caller) -> Bool { initiative.isLed(by: caller) }
}

extension Initiative {
    /// Whether somebody may change it and read what is told of it: its sponsor while a leader, and admins.
    public func isLed(by caller: Caller) -> Bool {
        caller.isAdmin || caller.isLeader && fields.sponsorID == caller.id
    }
}
