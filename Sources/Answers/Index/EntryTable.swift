/// What a segment knows of its entries besides their words; an entry's place in these arrays is its slot.
struct EntryTable: Sendable {
    /// The caller's numbers.
    private(set) var numbers: [UInt32] = []
    private(set) var kinds: [EntryKind] = []
    private(set) var places = PlaceTable()
    /// Which of ``audienceScopes`` may see it.
    private(set) var audiences: [UInt32] = []
    /// Where each entry's phrasings begin, its question first, and where the last end.
    private(set) var firstPhrasings: [UInt32] = [0]
    /// The entry of each phrasing.
    private(set) var phrasingEntries: [UInt32] = []
    private(set) var sizes = SizeTable()
    /// What the entries are tagged with.
    private(set) var tags = TagTable()
    /// Which short forms the entries explain, and with which letters their words begin.
    private(set) var acronyms = AcronymTable()
    /// What the entries' texts mean.
    private(set) var meanings = MeaningTable()
    /// The different sets of groups.
    private(set) var audienceScopes: [Set<UInt32>] = []
    private var audienceNumbers: [Set<UInt32>: UInt32] = [:]

    init() {}

    var count: Int { numbers.count }

    /// Adds an entry; its slot is the count before.
    mutating func append(
        number: UInt32, kind: EntryKind, place: Place, scopes: Set<UInt32>, size: Totals.Small
    ) {
        let slot = UInt32(count)
        numbers.append(number)
        kinds.append(kind)
        places.append(place)
        sizes.append(size)
        phrasingEntries.append(contentsOf: repeatElement(slot, count: Int(size.phrasings)))
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

    /// Says what the entry that was added last is tagged with.
    mutating func append(tags written: some Sequence<String>) { tags.append(written) }

    /// The same, as another table knows it.
    mutating func appendTags(of slot: Int, in other: EntryTable) { tags.append(slot, of: other.tags) }

    /// Says which short forms the entry that was added last explains.
    /// - Parameter texts: its question, phrasings and tags, as words.
    mutating func append(acronyms found: [Acronym], texts: [TokenList]) {
        for list in texts { acronyms.addInitials(of: list.tokens.lazy.map(list.word)) }
        acronyms.endEntry(explaining: found)
    }

    /// The same, as another table knows it.
    mutating func appendAcronyms(of slot: Int, in other: EntryTable) { acronyms.append(slot, of: other.acronyms) }

    /// Says what the texts of the entry that was added last mean.
    mutating func append(_ meaning: EntryMeaning?) { meanings.append(meaning) }

    /// The same, as another table knows it.
    mutating func appendMeaning(of slot: Int, in other: EntryTable) { meanings.append(slot, of: other.meanings) }

    /// Says what all entries are tagged with, which short forms they explain, and what their texts mean.
    mutating func set(_ tags: TagTable, _ acronyms: AcronymTable, _ meanings: MeaningTable) {
        self.tags = tags
        self.acronyms = acronyms
        self.meanings = meanings
    }

    /// How much of everything an entry has.
    func size(of slot: Int) -> Totals.Small { sizes.size(of: slot, phrasings: phrasings(of: slot).count) }

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
