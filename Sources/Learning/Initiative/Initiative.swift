/// A change that a leader asks of a group: why, by which courses, from when on.
public struct Initiative: Identified, Hashable {
    public static let idPrefix = "ini"

    public var id: Identifier<Initiative>
    public var fields: InitiativeFields
    /// Who made it; nil for the operator.
    public var createdBy: Identifier<Person>?
    public var createdAt: Instant
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Initiative>, fields: InitiativeFields, createdBy: Identifier<Person>? = nil, createdAt: Instant,
        revision: Int = 1
    ) {
        self.id = id
        self.fields = fields
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.revision = revision
    }

    /// The moment in which its first day begins where it is held.
    public var startsAt: Instant { fields.startsOn.start(in: fields.timeZone) }

    /// From which day on its board counts what people do: its first day, or the one on which it was made where that is earlier,
    /// since a sponsor's part begins with the preparation.
    public var countsFrom: CivilDate { min(fields.startsOn, CivilDate(createdAt, in: fields.timeZone)) }

    /// The moment in which that day begins where it is held.
    public var countsSince: Instant { countsFrom.start(in: fields.timeZone) }

    /// Whether its first day has come.
    public func hasBegun(at now: Instant) -> Bool { fields.startsOn <= CivilDate(now, in: fields.timeZone) }

    /// The first day of somebody who is enrolled at `instant`: the later of the initiative's start and that day, in the
    /// initiative's zone. Whoever joins late begins at the beginning, and is behind with nothing.
    public func start(forEnrolled instant: Instant) -> CivilDate {
        max(fields.startsOn, CivilDate(instant, in: fields.timeZone))
    }
}
