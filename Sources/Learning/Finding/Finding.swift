/// One thing that an import has to say about a package.
public struct Finding: Hashable, Sendable, Codable {
    /// How much it matters.
    public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
        /// Nothing is imported.
        case fatal
        /// Imported, but something is not as its author meant it.
        case warning
        /// Worth knowing; nothing to do.
        case note
        /// From the design linter: the change will probably not stick.
        case advice

        private var weight: Int {
            switch self {
            case .fatal: 0
            case .warning: 1
            case .note: 2
            case .advice: 3
            }
        }

        public static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }
    }

    public var severity: Severity
    /// Stable, lower case with hyphens: `missing-files`.
    public var code: String
    /// The archive entry or file it stands in, relative to the package's root; nil when it is about the whole.
    public var entry: String?
    /// 1-based line of the `<` of the element that it is about.
    public var line: Int?
    /// 1-based column in characters, of the same `<`.
    public var column: Int?
    /// Where in the document, as element names with ids: `/curriculum/module[break]/quiz[check]`.
    public var path: String?
    /// What is the matter, a sentence.
    public var message: String
    /// How to mend it, a sentence.
    public var hint: String?
    /// How many places this stands for, at least 1.
    public var count: Int

    public init(
        _ severity: Severity, _ code: String, entry: String? = nil, line: Int? = nil, column: Int? = nil,
        path: String? = nil, message: String, hint: String? = nil, count: Int = 1
    ) {
        self.severity = severity
        self.code = code
        self.entry = entry
        self.line = line
        self.column = column
        self.path = path
        self.message = message
        self.hint = hint
        self.count = count
    }
}
