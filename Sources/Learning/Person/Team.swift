/// The people below a manager, at every depth. Its id is the manager's.
public struct Team: Hashable, Sendable {
    /// The manager.
    public var id: Identifier<Person>
    /// The manager's name.
    public var name: String
    /// The manager's own manager: whose team this one is part of.
    public var managerID: Identifier<Person>?
    /// How many people are in it now, at every depth.
    public var people: Int
    /// How many of them report to the manager themselves.
    public var direct: Int

    public init(
        id: Identifier<Person>, name: String, managerID: Identifier<Person>?, people: Int, direct: Int
    ) {
        self.id = id
        self.name = name
        self.managerID = managerID
        self.people = people
        self.direct = direct
    }
}
