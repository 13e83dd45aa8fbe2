/// What a segment knows of its entries besides their words; an entry's place in these arrays is its slot.
struct EntryTable: Sendable {
    /// The caller's numbers.
    private(set) var numbers: [UInt32] = []
    private(set) var kinds: [EntryKind] = []
    private(set) var places: [Place] = []
    /// Which of ``audienceScopes`` may see it.
    private(set) var audiences: [UInt32] = []
    /// Where each entry's phrasings begin, its question first, and where the last end.
    private(set) var firstPhrasings: [UInt32] = [0]
    /// The entry of each phrasing.
    private(set) var phrasingEntries: [UInt32] = []
    /// How much of everything each entry has.
    private(set) var sizes: [Totals.Small] = []
    /// The different sets of groups.
    private(set) var audienceScopes: [Set<UInt32>] = []
    private var audienceNumbers: [Set<UInt32>: UInt32] = [:]

    var count: Int { numbers.count }

    /// Adds an entry; its slot is the count before.
    mutating func append(
        number: UInt32, kind: EntryKind, place: Place, scopes: Set<UInt32>, phrasings: Int, size: Totals.Small
    ) {
        let slot = UInt32(count)
        numbers.append(number)
        kinds.append(kind)
        places.append(place)
        sizes.append(size)
        phrasingEntries.append(contentsOf: repeatElement(slot, count: phrasings))
        firstPhrasings.append(UInt32(phrasingEntries.count))
        if let audience = audienceNumbers[scopes] {
            audiences.append(audience)
        } else {
            let audience = UInt32(audienceScopes.count)
            audienceNumbers[scopes] = audience
            audienceScopes.append(scopes)
            audiences.append(audience)
        }
    }

    /// The phrasings of an entry.
    func phrasings(of slot: Int) -> Range<Int> {
        Int(firstPhrasings[slot])..<Int(firstPhrasings[slot + 1])
    }

    /// Which audiences belong to a sight.
    func visibleAudiences(to sight: Sight) -> [Bool] {
        switch sight {
        case .everything: Array(repeating: true, count: audienceScopes.count)
        case .scopes(let seen): audienceScopes.map { $0.isEmpty || !$0.isDisjoint(with: seen) }
        }
    }
}
