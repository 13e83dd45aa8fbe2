import Learning
import Testing

@Suite struct FeedbackActivityTests {
    @Test func `a pulse asks for numbers and words`() throws {
        let marked = Marked.module(
            "<feedback id='f'><text>Two minutes.</text><scale id='s' from='0' to='10'>How sure?</scale><words id='w'>What else?</words><scale id='t'>Fine?</scale></feedback>"
        )
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        let step = try Marked.step(reading)
        #expect(step.title == "How is it going?" && step.text == "Two minutes.")
        #expect(
            step.scales == [
                Scale(key: "s", from: 0, to: 10, prompt: "How sure?"), Scale(key: "t", from: 1, to: 5, prompt: "Fine?"),
            ])
        #expect(step.words == [WordsPrompt(key: "w", prompt: "What else?")])
    }

    @Test(arguments: [
        ("1️⃣<scale id='s' from='5' to='1'>x</scale>", ["1 warning bad-value"]),
        ("1️⃣<scale id='s' from='1' to='22'>x</scale>", ["1 warning bad-value"]),
        ("1️⃣<scale id='s' from='one'>x</scale>", ["1 warning bad-value"]),
        ("1️⃣<scale>x</scale>", ["1 warning no-id"]),
        ("1️⃣<scale id='s'/>", ["1 warning no-text"]),
        ("<scale id='s'>x</scale>1️⃣<words id='s'>y</words>", ["1 warning dup-id"]),
        ("<scale id='s'>x</scale>1️⃣<stars id='t'>y</stars>", ["1 warning unknown-element"]),
    ])
    func `what cannot be answered is told and mended`(inside: String, says: [String]) throws {
        let marked = Marked.module("<feedback id='f'>\(inside)</feedback>")
        let reading = try marked.read()
        #expect(marked.said(reading) == says)
        #expect(try Marked.step(reading).scales.allSatisfy { $0.from == 1 && $0.to == 5 && !$0.prompt.isEmpty })
    }

    @Test func `a pulse that asks nothing is told`() throws {
        let marked = Marked.module("1️⃣<feedback id='f'/>")
        #expect(marked.said(try marked.read()) == ["1 warning no-text"])
    }
}
