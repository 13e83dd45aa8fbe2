/// One thing of a course as two versions have it, known by its lasting key.
public struct ChangeEntry: Hashable, Sendable, Codable {
    /// What became of it.
    public enum Change: String, Hashable, Sendable, Codable, CaseIterable {
        /// Only the newer version has it.
        case added
        /// Both have it, and they differ.
        case changed
        /// Both have it, and they are alike.
        case kept
        /// Only the older version has it.
        case retired
    }

    public var change: Change
    public var key: String
    /// The key that it had in the older version, where that was another one.
    public var was: String?
    /// Where it is retired because another one takes over what was earned in it: that one's key.
    public var now: String?
    public var title: String
    /// Of a module or an activity; nil for everything else.
    public var kind: String?
    /// In what it differs; empty unless it is changed.
    public var fields: [FieldChange]

    public init(
        _ change: Change, key: String, was: String? = nil, now: String? = nil, title: String, kind: String? = nil,
        fields: [FieldChange] = []
    ) {
        self.change = change
        self.key = key
        self.was = was
        self.now = now
        self.title = title
        self.kind = kind
        self.fields = fields
    }
}
