#if PostgreSQL
    /// Something that was said to the server, which answers in the same order.
    struct PostgresMessage {
        enum Kind {
            /// It begins a transaction: what comes behind it must not be done without one.
            case beginning
            /// It is prepared, to be run by what follows.
            case preparation(PostgresSession.Shape)
            case statement
            /// It ends the transaction.
            case commit
            /// After an error the server passes over what comes before the next of these.
            case end
        }

        let kind: Kind
        /// What its rows are for; nil where nobody waits for them.
        var take: ((borrowing PostgresResult) throws -> Void)?

        init(_ kind: Kind, take: ((borrowing PostgresResult) throws -> Void)? = nil) {
            self.kind = kind
            self.take = take
        }

        var isEnd: Bool { if case .end = kind { true } else { false } }
        var isCommit: Bool { if case .commit = kind { true } else { false } }
        var isAsked: Bool { take != nil }
    }
#endif
