/// When a step falls, relative to an anchor, and how often.
public struct Schedule: Hashable, Sendable, Codable {
    /// Time from the anchor to the first occurrence; nil: no date of its own.
    public var offset: Period?
    /// What the offset counts from: nil for the start, else the key of a module or an activity of the same course.
    public var after: String?
    /// Time between occurrences; nil for a step that happens once.
    public var every: Period?
    /// How many occurrences, 1…366; 1 for a step that happens once.
    public var times: Int
    /// Planned length in minutes, 1…1,440.
    public var minutes: Int?

    public init(
        offset: Period? = nil, after: String? = nil, every: Period? = nil, times: Int = 1, minutes: Int? = nil
    ) {
        self.offset = offset
        self.after = after
        self.every = every
        self.times = times
        self.minutes = minutes
    }
}
