import Answers
import Learning
import Store

extension Campus {
    /// Open questions that ask nearly what somebody is about to ask, the likeliest first: the caller's own, and those that
    /// colleagues let them read. The newest are compared; see ``Limits/similarQuestions``.
    /// - Returns: three at most.
    public func similarQuestions(to words: String, _ access: Access) async throws -> [QuestionView] {
        let asked = AskedWords(words)
        guard !asked.tellingWords.isEmpty else { return [] }
        let open = try await read(access) { connection, caller in
            let scopes: [QuestionStore.Scope] = [
                .own(caller.id),
                .shared(reader: caller.id, courses: try Self.visibleCourses(of: caller, connection)),
            ]
            let page = Page<QuestionFilter.Place>(limit: Limits.similarQuestions.value)
            let open = try scopes.flatMap { try QuestionStore.list($0, state: .open, page: page, connection) }
            return try Self.views(of: open, for: caller, connection)
        }
        // Hundreds of texts are taken apart: no transaction is held meanwhile, and no thread of the pool.
        return try await offPool {
            let near = open.map { ($0, asked.likeness(to: AskedWords($0.question.text))) }
                .filter { $0.1 >= AskedWords.alike }.sorted { ($1.1, $1.0.question.id) < ($0.1, $0.0.question.id) }
            return near.prefix(3).map(\.0)
        }
    }
}
