import Testing

@testable import Answers

@Suite struct WordUseTests {
    @Test func `uses sort by word, then place`() {
        let uses = [
            WordUse(word: 7, place: 5, spelling: 0), WordUse(word: .max, place: 0, spelling: 31),
            WordUse(word: 7, place: 2, spelling: 3), WordUse(word: 0, place: 130_000_000, spelling: 1),
        ].sorted()
        #expect(uses.map(\.word) == [0, 7, 7, .max])
        #expect(uses.map(\.spelling) == [1, 3, 0, 31])
        #expect(uses[3].at(9).word == .max && uses[3].at(9).spelling == 31)
    }
}
