/// A way of asking for one answer that several people have in common: of what each of them typed, the words that another typed
/// as well.
///
/// What one person alone typed, the name of a customer or a secret, is in none.
public struct SharedPhrasing: Hashable, Sendable {
    /// So many are learned for one answer: those of most people.
    public static let most = 20

    /// Folded, in the order in which one of them typed them, each as most of them did.
    public let words: String
    /// How many people asked so.
    public let people: Int

    /// What people who were helped by one answer asked in common, by most people first.
    ///
    /// Somebody who was helped a thousand times is one person. A single word is learned only where two searched for nothing but
    /// it: on its own it says little.
    /// - Parameters:
    ///   - searches: who searched, and for what; each led to the answer.
    ///   - revoked: phrasings that are not learned again, nor what asks nearly the same.
    ///   - stated: what the answer says already; the same words are not learned again.
    public static func learned<Person: Hashable>(
        from searches: [(person: Person, words: AskedWords)], revoked: [AskedWords] = [], stated: [AskedWords] = []
    ) -> [SharedPhrasing] {
        let commons = CommonWords(searches)
        let stated = Set(stated.map(\.telling))
        var found: [Set<[UInt8]>: (words: String, people: Set<Int>)] = [:]
        for index in commons.ways.indices {
            let alike = commons.alike(index)
            let words = commons.shared(index, alike)
            let telling = Set(words.lazy.filter(\.isTelling).map(\.key))
            guard telling.count > 1 || (telling.count == 1 && commons.isWhole(index, telling)),
                !stated.contains(telling)
            else { continue }
            let text = words.map(commons.spelling).joined(separator: " ")
            let people = commons.people(alike, sharing: telling)
            if let before = found[telling] {
                found[telling] = (min(before.words, text), before.people.union(people))
            } else {
                found[telling] = (text, people)
            }
        }
        return found.values.map { SharedPhrasing(words: $0.words, people: $0.people.count) }
            .filter { phrasing in
                let words = AskedWords(phrasing.words)
                return !revoked.contains { $0.likeness(to: words) >= AskedWords.alike }
            }
            .sorted { ($1.people, $0.words) < ($0.people, $1.words) }
            .prefix(most).map { $0 }
    }
}
