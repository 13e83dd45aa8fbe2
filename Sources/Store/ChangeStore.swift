public import Persistence

/// The sequence that tells every node what changed, written in the transaction that changes it.
public enum ChangeStore {
    /// What a row of the sequence is about.
    public struct Topic: Hashable, Sendable {
        public let name: String

        public init(_ name: String) { self.name = name }

        /// A version was published; the subject is its bare id.
        public static let version = Topic("version")
    }

    /// Adds a row.
    public static func append(_ topic: Topic, subject: String, _ connection: any SQLConnection) throws {
        try connection.execute("INSERT INTO change (topic, subject) VALUES (\(topic.name), \(subject))")
    }
}
