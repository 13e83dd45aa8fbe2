/// Why something that was asked cannot be done, for a person to read and a program to act on.
///
/// The code is stable; new codes may come. Where HTTP needs a status it is made from the kind, in one place.
public struct Refusal: Error, Hashable, Sendable {
    /// What sort of answer it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// The request itself is wrong.
        case invalid
        /// Nobody is signed in, or the token is dead.
        case unauthenticated
        /// The caller's role or scope can never do this.
        case forbidden
        /// There is no such thing, or it is not the caller's to see.
        case missing
        /// It does not fit what is there now.
        case conflict
        /// The caller has not said which state it changes.
        case preconditionRequired
        /// The caller's state is not the newest.
        case stale
        /// More came than the limit allows.
        case tooLarge
        /// It is of a kind that is not taken here.
        case unsupported
        /// Too many tries; later it may be well.
        case throttled
        /// A thing that once was there is over.
        case gone
        /// The program cannot do it at the moment; the same call may succeed later.
        case unavailable
    }

    /// One thing that is wrong in the request.
    public struct Detail: Hashable, Sendable, Codable {
        /// A JSON Pointer (RFC 6901) into the request's body, or the name of a query item.
        public var pointer: String
        public var code: String
        public var message: String
        /// In a file: 1-based.
        public var line: Int?
        /// In a file: characters from the start of the line, 1-based.
        public var column: Int?

        public init(pointer: String, code: String, message: String, line: Int? = nil, column: Int? = nil) {
            self.pointer = pointer
            self.code = code
            self.message = message
            self.line = line
            self.column = column
        }
    }

    public var kind: Kind
    /// Stable, lower case with hyphens: `verb-not-yours`.
    public var code: String
    /// A sentence for a person, and how to mend it.
    public var message: String
    public var details: [Detail]
    /// For `throttled` and `unavailable`: seconds until another try makes sense.
    public var retryAfter: Int?

    public init(
        _ kind: Kind, _ code: String, _ message: String, details: [Detail] = [], retryAfter: Int? = nil
    ) {
        self.kind = kind
        self.code = code
        self.message = message
        self.details = details
        self.retryAfter = retryAfter
    }

    /// One wrong field.
    public static func invalid(_ pointer: String, _ code: String, _ message: String) -> Refusal {
        Refusal(.invalid, code, message, details: [Detail(pointer: pointer, code: code, message: message)])
    }

    /// One wrong place in a file.
    public static func invalid(line: Int, column: Int? = nil, _ code: String, _ message: String) -> Refusal {
        Refusal(
            .invalid, code, message,
            details: [Detail(pointer: "", code: code, message: message, line: line, column: column)])
    }

    /// A file that has more of something than a limit allows, noticed at a line of it.
    public static func tooMany(_ limit: Limit, line: Int, column: Int? = nil) -> Refusal {
        .invalid(
            line: line, column: column, "too-many",
            "At most \(limit.value) \(limit.unit) are allowed: \(limit.meaning) (\(limit.name)).")
    }

    /// More came than a limit allows.
    /// - Parameter came: how much, as far as that is known.
    public static func tooLarge(_ limit: Limit, came: String) -> Refusal {
        Refusal(
            .tooLarge, "too-large",
            "At most \(limit.value) \(limit.unit) are allowed for \(limit.meaning) (\(limit.name)); \(came) came.")
    }

    /// A thing that is not there, or not the caller's to see: the two read alike.
    public static func missing(_ what: String) -> Refusal {
        Refusal(.missing, "not-found", "There is no such \(what), or it is not yours to see.")
    }

    /// The caller changes a state that is not the newest.
    public static let stale = Refusal(
        .stale, "stale", "The state that you change is not the newest: read it again.")

    /// What the caller's role can never do.
    public static func forbidden(_ message: String) -> Refusal {
        Refusal(.forbidden, "not-allowed", message)
    }
}
