/// Which people a list holds.
public struct PersonFilter: Hashable, Sendable {
    /// The start of any word of the name, of the e-mail or of the external id, in any case.
    public var prefix: String?
    /// Only those below this manager.
    public var team: Identifier<Person>?
    /// Those who left as well.
    public var includesLeft: Bool

    public init(prefix: String? = nil, team: Identifier<Person>? = nil, includesLeft: Bool = false) {
        self.prefix = prefix
        self.team = team
        self.includesLeft = includesLeft
    }
}
