import Testing

@testable import Answers

@Suite struct VocabularyTests {
    @Test func `keys are numbered as they come, each once`() {
        var vocabulary = Vocabulary()
        let keys = (0..<5_000).map { Array("key\($0 % 2_500)".utf8) }
        let numbers = keys.map { vocabulary.insert($0) }
        #expect(numbers == keys.indices.map { $0 % 2_500 })
        #expect(vocabulary.count == 2_500)
        #expect(keys.allSatisfy { vocabulary.number(of: $0).map { Array(vocabulary.key($0)) } == $0 })
        #expect(vocabulary.number(of: Array("key2500".utf8)) == nil)
        #expect(vocabulary.number(of: []) == nil)
    }

    @Test func `an empty one finds nothing`() {
        #expect(Vocabulary().number(of: Array("a".utf8)) == nil)
    }
}
