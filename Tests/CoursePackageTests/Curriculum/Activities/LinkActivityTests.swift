import Learning
import Testing

@Suite struct LinkActivityTests {
    @Test func `a link leads to the web, and is called by its host`() throws {
        let marked = Marked.module("<link id='a' href=' https://example.org/x?y=1&amp;z=2#w '/>")
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        #expect(try Marked.step(reading).href == "https://example.org/x?y=1&z=2#w")
        #expect(try Marked.step(reading).title == "example.org")
    }

    @Test(arguments: [
        "", "href=''", "href='files/a.pdf'", "href='javascript:alert(1)'", "href='ftp://example.org'",
        "href='https://'",
        "href='https:example.org'", "href='mailto:a@b'", "href='http://exa mple.org'",
    ])
    func `what is no address on the web cannot be opened`(href: String) throws {
        let marked = Marked.module("1️⃣<link id='a' \(href)/>")
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning bad-value"])
        #expect(try Marked.step(reading).unavailable != nil)
        #expect(try Marked.step(reading).href == nil)
    }
}
