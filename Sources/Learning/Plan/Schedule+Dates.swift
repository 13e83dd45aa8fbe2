extension Schedule {
    /// Whether it has dates at all.
    public var isDated: Bool { offset != nil || every != nil }

    /// The day of the n-th occurrence (1-based), counted from the day of the anchor; nil without dates. What recurs and has
    /// no offset first falls one rhythm after the anchor: a talk every two weeks is first held after two weeks.
    public func date(of occurrence: Int, from anchor: CivilDate) -> CivilDate? {
        guard let first = offset ?? every else { return nil }
        let start = anchor.advanced(by: first)
        guard occurrence > 1, let every else { return start }
        // Counted from the anchor at once: the 31st, a month at a time, would otherwise stay on the 28th after February.
        let months = Period(months: first.months + every.months * (occurrence - 1))
        return anchor.advanced(by: months).advanced(days: first.days + every.days * (occurrence - 1))
    }
}
