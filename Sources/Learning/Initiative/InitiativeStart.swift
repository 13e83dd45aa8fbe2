/// When an initiative may begin.
public enum InitiativeStart {
    /// What is wrong with the first day of a new initiative; nil where nothing is.
    ///
    /// A day that is over is nearly always a slip, so that it is refused unless it is said that the initiative is under way
    /// already. Nobody is late because of it: see ``Initiative/start(forEnrolled:)``.
    /// - Parameter isUnderWay: whether its maker says so.
    public static func problem(_ fields: InitiativeFields, isUnderWay: Bool, now: Instant) -> Refusal.Detail? {
        let today = CivilDate(now, in: fields.timeZone)
        guard fields.startsOn < today, !isUnderWay else { return nil }
        return .init(
            pointer: "/starts_on", code: "starts-in-the-past",
            message:
                "\(fields.startsOn) is over in \(fields.timeZone), where it is \(today): name that day or a later one, "
                + "or send under_way for an initiative that has begun already.")
    }

    /// What is wrong with moving a start; nil where nothing is. Once it has begun, people's plans hang on it.
    public static func problem(
        moving before: Initiative, to fields: InitiativeFields, now: Instant
    ) -> Refusal.Detail? {
        guard fields.startsOn != before.fields.startsOn || fields.timeZone != before.fields.timeZone else { return nil }
        guard !before.hasBegun(at: now) else {
            return .init(
                pointer: fields.startsOn != before.fields.startsOn ? "/starts_on" : "/time_zone",
                code: "has-begun",
                message: "It began on \(before.fields.startsOn); people's plans count from that day, so that it stays.")
        }
        return problem(fields, isUnderWay: false, now: now)
    }
}
