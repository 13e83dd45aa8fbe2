/// A part of the completion report.
public struct CompletionPage: Sendable {
    /// Where the report goes on: after the course, team or person with this sort key and id.
    public struct Place: Hashable, Sendable {
        public var key: String
        public var id: String

        public init(key: String, id: String) {
            self.key = key
            self.id = id
        }
    }

    public var rows: [CompletionRow]
    /// Nil at the end. There may be rows after a part without any.
    public var next: Place?

    public init(rows: [CompletionRow], next: Place?) {
        self.rows = rows
        self.next = next
    }
}
