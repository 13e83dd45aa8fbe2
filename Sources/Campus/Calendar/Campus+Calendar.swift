public import Learning
import Persistence
import Store

/// A calendar's address, shown once.
public struct CalendarAddress: Hashable, Sendable {
    public var url: String
    public var createdAt: Instant
}

extension Campus {
    /// When the caller's calendar got its address; nil without one.
    public func calendarMadeAt(_ access: Access) async throws -> Instant? {
        try await read(access) { connection, caller in
            try CalendarFeedStore.createdAt(of: caller.id, connection)
        }
    }

    /// Gives the caller's plan a secret address that calendar programs can subscribe to. The one before is dead at once.
    public func makeCalendar(_ access: Access) async throws -> CalendarAddress {
        let now = now()
        let secret = Secret.make(prefix: "cmf")
        try await write(access) { connection, caller in
            guard let person = caller.personID else {
                throw Refusal.forbidden("A plan is a person's: the operator has none.")
            }
            try CalendarFeedStore.put(hash: Secret.hash(secret), of: person, now: now, connection)
        }
        return CalendarAddress(url: "\(publicURL)/calendar/\(secret).ics", createdAt: now)
    }

    /// Ends the address of the caller's calendar.
    /// - Throws: ``Refusal`` of kind `missing` without one.
    public func endCalendar(_ access: Access) async throws {
        try await write(access) { connection, caller in
            guard try CalendarFeedStore.remove(of: caller.id, connection) else { throw Refusal.missing("calendar") }
        }
    }

    /// The calendar behind a secret, as a file. Whatever is wrong with the secret, the answer is the same.
    /// - Parameter address: where the caller comes from; who guesses from there is slowed down.
    /// - Throws: ``Refusal`` of kind `missing`, or `throttled`.
    public func calendar(secret: String, address: String) async throws -> String {
        let now = now()
        let hash = Secret.hash(secret)
        let calendar: String? = try await retrying { [outlines, publicURL, calendarReads] in
            try await database.read { connection in
                guard let person = try CalendarFeedStore.person(hash: hash, connection) else { return nil }
                try calendarReads.pass(hash, now: now)
                let dates = try CalendarFeedStore.dates(of: person, connection)
                let events = try EnrollmentStore.running(of: person, connection).flatMap { summary in
                    let read = try Self.plan(of: summary, now, outlines, connection)
                    return CalendarEvent.list(
                        of: read.plan, summary, dates[summary.enrollment.id] ?? PlanDates(), page: publicURL)
                }
                return ICalendar(name: "My plan", events: events).file
            }
        }
        if let calendar { return calendar }
        try calendarGuesses.pass(SignInThrottle.place(of: address), now: now)
        throw Refusal.missing("calendar")
    }
}
