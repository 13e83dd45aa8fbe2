import Testing

@testable import Answers

@Suite struct WordShapeTests {
    /// Every word one typing error away.
    private func neighbors(of word: [UInt8]) -> [[UInt8]] {
        let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
        var found: [[UInt8]] = []
        for place in 0...word.count {
            found += letters.map { word[..<place] + [$0] + word[place...] }
            guard place < word.count else { continue }
            found.append(Array(word[..<place] + word[(place + 1)...]))
            found += letters.map { word[..<place] + [$0] + word[(place + 1)...] }
            if place > 0 { found.append(word[..<(place - 1)] + [word[place], word[place - 1]] + word[(place + 1)...]) }
        }
        return found
    }

    @Test(arguments: ["price", "committee", "procurement"])
    func `no word within reach is ruled out`(word: String) {
        let shape = WordShape(Array(word.utf8))
        let near = neighbors(of: Array(word.utf8))
        #expect(near.allSatisfy { shape.mayBeWithin(1, of: WordShape($0)) })
        #expect(near.allSatisfy { neighbors(of: $0).allSatisfy { shape.mayBeWithin(2, of: WordShape($0)) } })
    }

    @Test func `most others are`() {
        let shape = WordShape(Array("price".utf8))
        for word in ["pricing", "deal", "manager", "rice pudding", "цена"] {
            #expect(!shape.mayBeWithin(1, of: WordShape(Array(word.utf8))))
        }
    }
}
