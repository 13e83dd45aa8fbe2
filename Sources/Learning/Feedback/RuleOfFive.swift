/// What managers and leaders are told of what people said: in blocks of five authors and more, never taken apart.
///
/// What is said about one thing is taken in the order in which it was committed, and waits until it forms a block with what
/// others said: for the smallest team in which five people wait, once and for all. Every report is a sum of whole blocks, so
/// that no two reports differ by less than a block, whether they are of two teams or of two days. Blocks are formed by what
/// comes in and never by reading.
public enum RuleOfFive {
    /// How many authors a block has at least.
    public static let people = 5

    /// How long, in seconds, something waits for others of its own team before it is put together with what other teams said.
    /// The first block of a group does not wait.
    public static let patience: Int64 = 7 * 86_400

    /// One thing that somebody said.
    public struct Voice: Hashable, Sendable {
        public var author: Identifier<Person>
        /// The managers above the author at that time, from the lowest whose team is no small group.
        public var teams: [Identifier<Person>]
        public var at: Instant

        public init(author: Identifier<Person>, teams: [Identifier<Person>], at: Instant) {
            self.author = author
            self.teams = teams
            self.at = at
        }
    }

    /// Voices that are reported together or not at all.
    public struct Block: Hashable, Sendable {
        /// Positions among all voices, ascending.
        public var voices: [Int]
        /// The teams in whose reports it counts. It counts in that of everybody.
        public var teams: Set<Identifier<Person>>
    }

    /// What waits for one team, or for everybody, when something is said.
    public struct Pool: Hashable, Sendable {
        /// How many people wait; above ``RuleOfFive/people`` it does not matter how many.
        public var people: Int
        /// Whether some of it is of teams below.
        public var isMixed: Bool
        /// Whether the team's report has a block already.
        public var hasBlock: Bool
        /// When the oldest was said.
        public var oldest: Instant

        public init(people: Int, isMixed: Bool, hasBlock: Bool, oldest: Instant) {
            self.people = people
            self.isMixed = isMixed
            self.hasBlock = hasBlock
            self.oldest = oldest
        }

        /// Whether all of it becomes a block now.
        /// - Parameter clock: the latest time at which something was said so far.
        public func isReady(at clock: Instant) -> Bool {
            guard people >= RuleOfFive.people else { return false }
            return !isMixed || !hasBlock || oldest.advanced(bySeconds: RuleOfFive.patience) <= clock
        }
    }

    /// The blocks that voices about one thing have formed, the oldest first. More voices at the end leave them as they are.
    ///
    /// This is the whole rule, for as many voices as fit in memory; the store keeps the same blocks as rows, voice by voice.
    /// - Parameter voices: in the order in which they were committed.
    public static func blocks(_ voices: [Voice]) -> [Block] {
        var blocks: [Block] = []
        var waiting: [Int] = []
        var clock = Instant(milliseconds: .min)
        for (index, voice) in voices.enumerated() {
            clock = max(clock, voice.at)
            waiting.append(index)
            // From the author's own team up; nil is everybody.
            for team in voice.teams.map(Optional.some) + [nil] {
                let members = waiting.filter { team.map(voices[$0].teams.contains) ?? true }
                let pool = Pool(
                    people: Set(members.map { voices[$0].author }).count,
                    isMixed: members.contains { voices[$0].teams.first != team },
                    hasBlock: blocks.contains { block in team.map(block.teams.contains) ?? true },
                    oldest: members.map { voices[$0].at }.min() ?? clock)
                guard pool.isReady(at: clock) else { continue }
                blocks.append(Block(voices: members, teams: shared(members.map { voices[$0].teams }, from: team)))
                waiting.removeAll { members.contains($0) }
                break
            }
        }
        return blocks
    }

    /// The teams from this one up that all have in common.
    private static func shared(
        _ paths: [[Identifier<Person>]], from team: Identifier<Person>?
    ) -> Set<Identifier<Person>> {
        guard let team, let first = paths.first else { return [] }
        return paths.reduce(into: Set(first)) { shared, path in
            shared.formIntersection(path.drop { $0 != team })
        }
    }
}
