import Answers
public import Learning
import Persistence
import Store

/// What becomes of two answers when one takes over the other, and what goes with it.
public struct AnswerMergerView: Sendable {
    public var merger: AnswerMerger
    public var carried: AnswerMerger.Carried
}

extension Campus {
    /// What would become of two answers, before anything is.
    /// - Parameter id: the one that would stay.
    /// - Throws: as ``merge(_:into:revisions:takesTags:_:)``.
    public func merger(
        of id: Identifier<Answer>, with other: Identifier<Answer>, takesTags: Bool, _ access: Access
    ) async throws -> AnswerMergerView {
        try await read(access) { connection, caller in
            let merger = try Self.merger(of: id, with: other, takesTags: takesTags, by: caller, connection)
            return AnswerMergerView(
                merger: merger, carried: try AnswerMergeStore.carried(by: other, connection))
        }
    }

    /// Makes two answers one: the one that stays is found by everything that the other was asked by and keeps its own text.
    /// The other is retired, and its address leads to the one that stays. What both were is kept among their revisions.
    ///
    /// - Parameters:
    ///   - revisions: those of both that the caller has read.
    ///   - takesTags: whether the one that stays gets the tags of the other.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller is a trainer, `invalid` where the two do not go together,
    ///   `stale` when one of them was changed since.
    public func merge(
        _ other: Identifier<Answer>, into id: Identifier<Answer>, revisions: (kept: Int, other: Int), takesTags: Bool,
        _ access: Access
    ) async throws -> Answer {
        let now = now()
        let ids = phrasingIdentifiers()
        let answer = try await write(access) { connection, caller in
            let merger = try Self.merger(of: id, with: other, takesTags: takesTags, by: caller, connection)
            guard merger.kept.revision == revisions.kept, merger.other.revision == revisions.other else {
                throw Refusal.stale
            }
            for (before, after) in [(merger.other, merger.retired), (merger.kept, merger.result)] {
                _ = try Self.revise(before, to: after, by: caller, now: now, connection)
            }
            try AnswerMergeStore.move(from: other, to: id, connection)
            try Self.learnPhrasings(of: id, ids: ids, now: now, connection)
            guard let answer = try AnswerStore.find(id, connection) else { throw Refusal.missing("answer") }
            return answer
        }
        await showChanges()
        return answer
    }

    /// Published answers that ask nearly the same as one, the likeliest first, for trainers to merge.
    public func likelyDuplicates(of id: Identifier<Answer>, _ access: Access) async throws -> [Answer] {
        try await retrying { try await searchIndex.build() }
        return try await read(access) { [searchIndex] connection, caller in
            try Self.requireTrainer(caller)
            let answer = try Self.readable(id, by: caller, connection)
            // As words alone: a mark in a question narrows nothing here.
            let words = answer.fields.question.map { $0.isLetter || $0.isNumber ? $0 : " " }
            guard words.contains(where: { $0 != " " }) else { return [] }
            let question = try SearchQuestion(
                SearchRequest(String(words), limit: 20, kind: .answer, isTyping: true),
                visible: try Self.visibleCourses(of: caller, connection), initiatives: [], place: (nil, nil),
                meaning: nil, connection)
            let found = searchIndex.search(question).found.compactMap { found in
                if case .answer(let found) = found.subject, found != id { found } else { nil }
            }
            let asked = Self.waysOfAsking(answer)
            return try AnswerStore.find(found, connection).filter { $0.state == .published }.map { other in
                let ways = Self.waysOfAsking(other)
                let likeness = asked.flatMap { way in ways.map(way.likeness) }.max() ?? 0
                return (other, likeness)
            }
            .filter { $0.1 >= AskedWords.alike }.sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }.prefix(5).map(\.0)
        }
    }

    private static func waysOfAsking(_ answer: Answer) -> [AskedWords] {
        ([answer.fields.question] + answer.fields.also).map(AskedWords.init)
    }

    private static func merger(
        of id: Identifier<Answer>, with other: Identifier<Answer>, takesTags: Bool, by caller: Caller,
        _ connection: any SQLConnection
    ) throws -> AnswerMerger {
        try requireTrainer(caller)
        let kept = try readable(id, by: caller, connection)
        guard let other = try AnswerStore.find(other, connection) else {
            throw Refusal.invalid("/answer_id", "unknown-answer", "There is no such published answer.")
        }
        let merger = try AnswerMerger(kept: kept, other: other, takesTags: takesTags)
        try check(merger.result.fields, connection, was: kept.fields)
        return merger
    }
}
