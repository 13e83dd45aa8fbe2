/// Where in the curriculum something stands, in the caller's numbers; nil where it stands nowhere.
///
/// An entry has the place it belongs to; a query has the place where the asker is working. The nearer the two, the
/// higher the entry ranks.
public struct Place: Hashable, Sendable {
    /// The course's number.
    public var course: UInt32?
    /// The module's number. Numbers need only be unique among modules.
    public var module: UInt32?
    /// The activity's number.
    public var activity: UInt32?

    /// A place; nothing given means nowhere in particular.
    public init(course: UInt32? = nil, module: UInt32? = nil, activity: UInt32? = nil) {
        self.course = course
        self.module = module
        self.activity = activity
    }
}
