#if PostgreSQL
    /// How long a server is waited for that says nothing, though its connection stands: one that is frozen, or a primary whose
    /// replica does not confirm what is committed. The server's own time-outs end neither.
    public struct PostgresPatience: Sendable {
        /// For a statement: longer than the server lets it take.
        public var statement = Duration.seconds(75)
        /// For what begins a transaction, and for a commit; that the server is then asked to end.
        public var commit = Duration.seconds(15)
        /// For what it says to that.
        public var cancel = Duration.seconds(5)

        public init() {}
    }
#endif
