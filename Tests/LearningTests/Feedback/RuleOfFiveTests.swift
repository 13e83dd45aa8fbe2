import Learning
import Testing

@Suite struct RuleOfFiveTests {
    private static func person(_ name: Character) -> Identifier<Person> { Identifier(stored: String(name)) }

    /// Voices like "a:MT": author a, below M, who is below T; a digit in front says how many days have gone by.
    private static func voices(_ said: String) -> [RuleOfFive.Voice] {
        var day: Int64 = 0
        return said.split(separator: " ").map { word in
            let days = word.prefix(while: \.isNumber)
            day += Int64(days) ?? 0
            let parts = word.dropFirst(days.count).split(separator: ":", omittingEmptySubsequences: false)
            return RuleOfFive.Voice(
                author: person(parts[0].first ?? "?"), teams: parts[1].map(person),
                at: Instant(milliseconds: day * 86_400_000))
        }
    }

    @Test(
        arguments: [
            ("four people are too few", "a: b: c: d:", []),
            ("somebody who speaks twice is one", "a: b: c: d: a: b:", []),
            ("five are told of", "a: b: c: d: e:", ["abcde/"]),
            ("the sixth waits for four more", "a: b: c: d: e: f:", ["abcde/"]),
            ("and is told of with them", "a: b: c: d: e: f: a: b: c: d:", ["abcde/", "fabcd/"]),
            ("a team and all above it", "a:MT b:MT c:MT d:MT e:MT", ["abcde/MT"]),
            ("who is above alone waits", "a:MT b:MT z:T c:MT d:MT e:MT y:T", ["abzcd/T"]),
            ("five of everybody come before five of a team", "a:M b:M y:N c:M d:M z:N e:M", ["abycd/"]),
            ("small teams are told of together, once", "a:M b:M c:M x:N y:N d:M e:M z:N", ["abcxy/"]),
            (
                "the second mixed block waits for its teams",
                "a:M b:M c:M d:M e:M f:M x:N g:M y:N h:M i:M z:N", ["abcde/M"]
            ),
            ("and no longer than a week", "a:M b:M c:M d:M e:M f:M x:N g:M y:N 7h:M", ["abcde/M", "fxgyh/"]),
            ("who moved takes nothing along", "a:MT b:MT c:MS d:MS e:MS", ["abcde/M"]),
        ] as [(String, String, [String])])
    func `voices are told in blocks`(what: String, said: String, expected: [String]) {
        let voices = Self.voices(said)
        let blocks = RuleOfFive.blocks(voices).map { block in
            block.voices.map { voices[$0].author.text }.joined() + "/"
                + block.teams.map(\.text).sorted().joined()
        }
        #expect(blocks == expected, "\(what)")
    }

    /// Everybody's report and each team's, on each day: whatever is in one and not in the other has five authors or none.
    @Test(arguments: 0..<60)
    func `no two reports differ by fewer than five people`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let paths = ["", "T", "MT", "NT", "LMT", "KMT", "S", "MS", "LMS"]
        let said = (0..<120).map { _ in
            let author = "abcdefghijklmnopqrst".randomElement(using: &random) ?? "a"
            return "\(Int.random(in: 0...2, using: &random))\(author):\(paths.randomElement(using: &random) ?? "")"
        }
        let voices = Self.voices(said.joined(separator: " "))
        var reports: Set<Set<Int>> = []
        for length in 0...voices.count {
            let blocks = RuleOfFive.blocks(Array(voices.prefix(length)))
            reports.insert(Set(blocks.flatMap(\.voices)))
            for team in "TMNLKS" {
                reports.insert(Set(blocks.filter { $0.teams.contains(Self.person(team)) }.flatMap(\.voices)))
            }
        }
        #expect(reports.count > 5)
        for one in reports {
            for other in reports {
                let authors = Set(one.subtracting(other).map { voices[$0].author })
                #expect(authors.isEmpty || authors.count >= RuleOfFive.people)
                let shared = Set(one.intersection(other).map { voices[$0].author })
                #expect(shared.isEmpty || shared.count >= RuleOfFive.people)
            }
        }
    }

    @Test(arguments: 0..<20)
    func `what was told stays as it was`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let said = (0..<80).map { _ in
            let author = "abcdefghijkl".randomElement(using: &random) ?? "a"
            return "\(author):\(["MT", "NT", "T", ""].randomElement(using: &random) ?? "")"
        }
        let voices = Self.voices(said.joined(separator: " "))
        let all = RuleOfFive.blocks(voices)
        #expect(!all.isEmpty)
        for length in 0..<voices.count {
            let earlier = RuleOfFive.blocks(Array(voices.prefix(length)))
            #expect(earlier == Array(all.prefix(earlier.count)))
        }
    }
}
