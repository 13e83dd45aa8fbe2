/// Where a person stands in the order of names, for lists that go on after them.
public struct PersonPlace: Hashable, Sendable {
    /// ``SortKey/make(_:)`` of the name.
    public var nameKey: String
    public var id: Identifier<Person>

    public init(nameKey: String, id: Identifier<Person>) {
        self.nameKey = nameKey
        self.id = id
    }

    public init(_ person: Person) { self.init(nameKey: SortKey.make(person.name), id: person.id) }

    public init(_ team: Team) { self.init(nameKey: SortKey.make(team.name), id: team.id) }

    /// The sort values as text.
    public var keys: [String] { [nameKey, id.text] }
}
