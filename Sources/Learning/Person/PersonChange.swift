/// What is changed about a person.
public struct PersonChange: Hashable, Sendable {
    /// When somebody leaves.
    public enum Leaving: Hashable, Sendable {
        case now
        /// At the end of this day, which has passed, or today at once.
        case on(CivilDate)
    }

    public var name: Edit<String>
    public var email: Edit<String?>
    public var externalID: Edit<String?>
    public var roles: Edit<Set<Role>>
    public var managerID: Edit<Identifier<Person>?>
    public var timeZone: Edit<String>
    public var locale: Edit<String>
    /// Nil for somebody who comes back.
    public var leaving: Edit<Leaving?>

    public init(
        name: Edit<String> = .keep, email: Edit<String?> = .keep, externalID: Edit<String?> = .keep,
        roles: Edit<Set<Role>> = .keep, managerID: Edit<Identifier<Person>?> = .keep, timeZone: Edit<String> = .keep,
        locale: Edit<String> = .keep, leaving: Edit<Leaving?> = .keep
    ) {
        self.name = name
        self.email = email
        self.externalID = externalID
        self.roles = roles
        self.managerID = managerID
        self.timeZone = timeZone
        self.locale = locale
        self.leaving = leaving
    }

    /// Whether it is nothing but what a person may change about themselves.
    public var isOwn: Bool {
        email.isKept && externalID.isKept && roles.isKept && managerID.isKept && leaving.isKept
    }

    /// The person with the changes that need nobody else: all but leaving.
    public func applied(to person: Person) -> Person {
        var person = person
        person.name = name.applied(to: person.name)
        person.email = email.applied(to: person.email)
        person.externalID = externalID.applied(to: person.externalID)
        person.roles = roles.applied(to: person.roles)
        person.managerID = managerID.applied(to: person.managerID)
        person.timeZone = timeZone.applied(to: person.timeZone)
        person.locale = locale.applied(to: person.locale)
        return person
    }
}

extension PersonChange.Leaving {
    /// The moment that is meant: now, or the end of a day that has passed where the person is.
    /// - Throws: ``Refusal`` when the day has not come yet.
    public func moment(for person: Person, now: Instant) throws(Refusal) -> Instant {
        guard case .on(let day) = self else { return now }
        let today = CivilDate(now, in: person.timeZone)
        if day > today {
            throw .invalid(
                "/left_on", "not-yet", "Today is \(today) there: who leaves later is marked as left on that day.")
        }
        return min(now, day.advanced(days: 1).start(in: person.timeZone))
    }
}
