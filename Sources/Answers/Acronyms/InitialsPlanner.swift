/// Finds the entries whose words begin with the letters of a short word that is typed: "sla" where nobody explains that it is a
/// service level agreement.
///
/// Words that entries have are what they are, so this is for those that none has, and for one that is all that was asked.
struct InitialsPlanner {
    /// Letters of such a word; with fewer too much begins so by chance.
    private static let letters = 3...5

    private let index: VisibleIndex

    init(_ index: VisibleIndex) {
        self.index = index
    }

    /// The words with the entries whose initials they may be.
    func widened(_ words: [SoughtWord]) -> [SoughtWord] {
        let telling = words.count { !$0.isSmall }
        return words.map { word in
            let isUnknown = word.forms.isEmpty && word.completions.isEmpty
            let isAll = telling == 1 && !word.isSmall && !word.typed.isOpen
            guard isUnknown || isAll, !word.typed.isPrefix else { return word }
            var word = word
            let slots = slots(of: word.typed.folded)
            let count = slots.reduce(0) { $0 + $1.count }
            guard count > 0 else { return word }
            word.initials = slots
            if word.forms.isEmpty { word.mass = VisibleIndex.rarity(count, of: index.totals.entries) }
            return word
        }
    }

    /// By segment; the `s` of more than one may stand behind the letters.
    private func slots(of word: [UInt8]) -> [Set<UInt32>] {
        var forms = [word]
        if word.last == UInt8(ascii: "s") { forms.append(word.dropLast()) }
        let letters = forms.compactMap { AcronymLetters.all(of: $0[...]) }.filter { letters in
            Self.letters.contains(letters.count) && !letters.contains(where: AcronymLetters.isDigit)
        }
        guard !letters.isEmpty else { return [] }
        return index.segments.indices.map { segment in
            let acronyms = index.segments[segment].segment.entries.acronyms
            return Set(letters.flatMap(acronyms.slots).filter { index.isVisible(Int($0), in: segment) })
        }
    }
}
