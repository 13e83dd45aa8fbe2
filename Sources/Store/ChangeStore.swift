public import Persistence

/// The sequence that tells every node what changed, written in the transaction that changes it.
public enum ChangeStore {
    /// What a row of the sequence is about.
    public struct Topic: Hashable, Sendable {
        public let name: String

        public init(_ name: String) { self.name = name }

        /// A version was published; the subject is its bare id.
        public static let version = Topic("version")
        /// An answer was added or changed; the subject is its bare id.
        public static let answer = Topic("answer")
        /// A story was told or decided over; the subject is its bare id.
        public static let story = Topic("story")
        /// The synonyms were changed; there is no subject.
        public static let synonyms = Topic("synonyms")
    }

    /// One row of the sequence.
    public struct Change: Hashable, Sendable, RowDecodable {
        public let number: Int64
        public let topic: Topic
        public let subject: String

        public init(row: inout SQLRow) throws {
            number = try row.next()
            topic = Topic(try row.next())
            subject = try row.next()
        }
    }

    /// Adds a row.
    public static func append(_ topic: Topic, subject: String, _ connection: any SQLConnection) throws {
        try append(topic, subjects: [subject], connection)
    }

    /// Adds a row for each subject.
    public static func append(_ topic: Topic, subjects: [String], _ connection: any SQLConnection) throws {
        guard !subjects.isEmpty else { return }
        try takeTurn(connection)
        try connection.insert(
            "INSERT INTO change (topic, subject) VALUES", rows: subjects.map { [.text(topic.name), .text($0)] })
        try connection.script("\(.nudge)")
    }

    /// The rows after a number, in their order.
    public static func list(
        after number: Int64, limit: Int, _ connection: any SQLConnection
    ) throws -> [Change] {
        try connection.rows(
            "SELECT number, topic, subject FROM change WHERE number > \(number) ORDER BY number LIMIT \(limit)")
    }

    /// The number of the newest row; 0 without rows.
    public static func latest(_ connection: any SQLConnection) throws -> Int64 {
        try connection.value("SELECT COALESCE(MAX(number), 0) FROM change") ?? 0
    }

    /// Makes transactions that append wait for one another to the end, so that numbers become visible in their order: who
    /// has read number 7 never misses a 6 that comes later.
    static func takeTurn(_ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO setting (name, value) VALUES ('change-turn', '')
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
