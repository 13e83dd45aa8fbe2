import Testing

@testable import Learning

@Suite struct PrerequisiteCyclesTests {
    static func course(_ text: String) -> CourseDraft {
        // `m<n: a b<a c@m` is a module m that requires n, with activities a, b that requires a, and c that is dated by m.
        var draft = CourseDraft(key: "c", title: "C")
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":")
            let head = parts[0].split(separator: "<").map(String.init)
            var module = CourseModule(key: head[0], kind: .training, title: "", requires: Array(head.dropFirst()))
            for word in parts.dropFirst().joined().split(separator: " ") {
                let key = String(word.prefix { $0 != "<" && $0 != "@" })
                var step = Step(key: key, kind: .lesson, title: "")
                if word.contains("<") { step.requires = [String(word.split(separator: "<")[1])] }
                if word.contains("@") { step.schedule.after = String(word.split(separator: "@")[1]) }
                module.steps.append(step)
            }
            draft.modules.append(module)
        }
        return draft
    }

    @Test(arguments: [
        ("m: a b<a c<b", []),
        ("m: a\nn<m: b c@m\no<n: d@c", []),
        ("m: a<gone", []),
        ("m: a<a", [["a", "a"]]),
        ("m: a@a", [["a", "a"]]),
        ("m: a<b b<a", [["a", "b", "a"]]),
        ("m: a<b b@c c<a", [["a", "b", "c", "a"]]),
        ("m<m: a", [["m", "m"]]),
        ("m<n: a\nn<m: b", [["m", "n", "m"]]),
        ("m: a@m", [["m", "a", "m"]]),
        ("m<n: a\nn: b<a", [["m", "a", "n", "b", "a"]]),
        ("m: a<b b<a\nn: c<d d<c", [["a", "b", "a"], ["c", "d", "c"]]),
    ])
    func `what waits for itself is found, once each`(course: String, cycles: [[String]]) {
        let found = Self.course(course).prerequisiteCycles()
        #expect(found.count == cycles.count)
        for (one, other) in zip(found, cycles) {
            #expect(one.first == one.last)
            #expect(Set(one) == Set(other), "\(one)")
        }
    }

    @Test func `a chain of any length is followed`() {
        let steps = (0..<20_000).map { $0 == 0 ? "s0<s19999" : "s\($0)<s\($0 - 1)" }.joined(separator: " ")
        #expect(Self.course("m: " + steps).prerequisiteCycles().map(\.count) == [20_001])
    }
}
