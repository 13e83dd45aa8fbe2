/// What became of all things of one sort between two versions.
public struct ChangeList: Hashable, Sendable, Codable {
    /// Complete, also where there are too many entries to be told.
    public var added = 0
    public var changed = 0
    public var kept = 0
    public var retired = 0
    /// In the newer version's order, then what is retired in the older one's. At most ``Limits/changeEntries``: what is kept
    /// is left out first.
    public var entries: [ChangeEntry] = []

    public init() {}

    public init(_ all: [ChangeEntry], limit: Int = Limits.changeEntries.value) {
        for entry in all {
            switch entry.change {
            case .added: added += 1
            case .changed: changed += 1
            case .kept: kept += 1
            case .retired: retired += 1
            }
        }
        entries = all.count > limit ? Array(all.filter { $0.change != .kept }.prefix(limit)) : all
    }

    /// Whether the two versions have the same.
    public var isQuiet: Bool { added + changed + retired == 0 }
}
