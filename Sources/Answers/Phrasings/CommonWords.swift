/// Different ways of asking for one answer, who asked so, and what of it they have in common.
struct CommonWords {
    /// One way of asking, and who asked so, by number.
    struct Way {
        let words: AskedWords
        var people: Set<Int>
    }

    private(set) var ways: [Way] = []
    /// The ways that have a stem, ascending.
    private var having: [[UInt8]: [Int]] = [:]
    /// How people spelled a stem.
    private var spellings: [[UInt8]: [String: Set<Int>]] = [:]

    init<Person: Hashable>(_ searches: [(person: Person, words: AskedWords)]) {
        var numbers: [Person: Int] = [:]
        var places: [AskedWords: Int] = [:]
        for search in searches where !search.words.telling.isEmpty {
            let person = numbers[search.person] ?? numbers.count
            numbers[search.person] = person
            for word in search.words.words { spellings[word.key, default: [:]][word.text, default: []].insert(person) }
            if let place = places[search.words] {
                ways[place].people.insert(person)
                continue
            }
            places[search.words] = ways.count
            for key in search.words.telling { having[key, default: []].append(ways.count) }
            ways.append(Way(words: search.words, people: [person]))
        }
    }

    /// The ways that ask alike, this one among them.
    func alike(_ index: Int) -> [Int] {
        let telling = ways[index].words.telling
        var common = [Int](repeating: 0, count: ways.count)
        for key in telling { for other in having[key] ?? [] { common[other] += 1 } }
        return ways.indices.filter { other in
            ways[index].words.likeness(to: ways[other].words, common: common[other]) >= AskedWords.alike
        }
    }

    /// The words of a way that at least two people typed, of those who asked alike.
    func shared(_ index: Int, _ alike: [Int]) -> [AskedWords.Word] {
        let people = ways[index].people
        guard people.count == 1 else { return ways[index].words.words }
        let others = alike.filter { !ways[$0].people.isSubset(of: people) }
        return ways[index].words.words.filter { word in others.contains { ways[$0].words.has(word.key) } }
    }

    /// Whether two people searched for this and nothing else.
    func isWhole(_ index: Int, _ telling: Set<[UInt8]>) -> Bool {
        guard ways[index].words.telling == telling else { return false }
        let same = ways.filter { $0.words.telling == telling }
        return same.reduce(into: Set()) { $0.formUnion($1.people) }.count > 1
    }

    /// Those who asked alike and share any of these words.
    func people(_ alike: [Int], sharing telling: Set<[UInt8]>) -> Set<Int> {
        alike.reduce(into: Set()) { people, other in
            if !ways[other].words.telling.isDisjoint(with: telling) { people.formUnion(ways[other].people) }
        }
    }

    /// How most people spelled a word; of several, the shortest.
    func spelling(_ word: AskedWords.Word) -> String {
        spellings[word.key]?.min {
            ($1.value.count, $0.key.count, $0.key) < ($0.value.count, $1.key.count, $1.key)
        }?.key ?? word.text
    }
}
