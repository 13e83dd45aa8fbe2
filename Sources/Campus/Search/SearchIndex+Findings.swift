import Answers
import Learning
import Persistence

extension SearchIndex {
    /// What is found. Where words are quoted, what has them side by side; where nothing has, what has them apart.
    func findings(
        _ question: SearchQuestion, for reader: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> (findings: SearchFindings, isLoosened: Bool) {
        let found = search(question)
        guard question.syntax.hasPhrases else { return (found, false) }
        let request = question.request
        // Who counts all of them has all of them held to the quotes, else as many as are shown.
        var held = try found.withPhrases(
            limit: request.facets == nil ? request.depth : IndexLimits.phraseHits, for: reader, connection)
        held.facets = request.facets.map { facets(of: held.found.map(\.hit.number), most: $0) }
        held = held.first(request.depth)
        if !held.found.isEmpty { return (held, false) }
        let apart = search(question, takesPhrasesAsWords: true)
        return (apart, !apart.found.isEmpty)
    }
}
