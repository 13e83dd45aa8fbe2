import Testing

@testable import Learning

@Suite struct RenamesTests {
    private func outline(_ steps: (key: String, was: String?)...) -> CourseOutline {
        CourseOutline(
            version: Identifier(stored: "v"), course: Identifier(stored: "c"), behaviors: [],
            modules: [
                CourseModule(
                    key: "m", kind: .training, title: "M",
                    steps: steps.map { Step(key: $0.key, was: $0.was, kind: .lesson, title: $0.key) })
            ])
    }

    @Test func `a key is followed from version to version`() {
        let renames = Renames(along: [outline(("b", "a")), outline(("b", nil)), outline(("c", "b"), ("d", nil))])
        #expect(renames.now("a") == "c")
        #expect(renames.now("b") == "c")
        #expect(renames.now("gone") == "gone")
    }

    @Test func `what still has its key is not renamed by another that once had it`() {
        #expect(Renames(along: [outline(("b", "a"), ("a", nil))]).now("a") == "a")
    }

    @Test(
        arguments: [
            (["a", "b", "c"], ["a", "b", "c"], []),
            (["a", "b", "c"], ["c", "a", "b"], ["c"]),
            (["a", "b", "c", "d"], ["b", "a", "d", "c"], ["b", "d"]),
            (["a", "x", "b"], ["a", "b", "y"], []),
            ([], ["a"], []),
        ] as [([String], [String], Set<String>)])
    func `the fewest that were moved are told`(before: [String], after: [String], moved: Set<String>) {
        let found = OutOfOrder.keys(from: before, to: after)
        #expect(found.count == moved.count)
        #expect(found.isSubset(of: Set(before).intersection(after)))
        let rest = after.filter { before.contains($0) && !found.contains($0) }
        #expect(rest == before.filter { rest.contains($0) })
    }
}
