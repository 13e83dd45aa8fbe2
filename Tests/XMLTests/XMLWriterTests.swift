import Testing
import XML

@Suite struct XMLWriterTests {
    @Test func `a document is indented, escaped and closed`() {
        var writer = XMLWriter()
        writer.element("a", [("xmlns", "urn:x"), ("none", nil)]) { writer in
            writer.element("title", text: "1 < 2 & \"3\"")
            writer.element("empty", [("note", "a \"quote\"\nand\ta tab")], text: "")
            writer.element("list") { writer in
                for count in 1...2 { writer.element("item", text: "\(count)") }
            }
            writer.element("nothing") { _ in }
        }
        #expect(
            writer.text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a xmlns="urn:x">
                  <title>1 &lt; 2 &amp; "3"</title>
                  <empty note="a &quot;quote&quot;&#10;and&#9;a tab"/>
                  <list>
                    <item>1</item>
                    <item>2</item>
                  </list>
                  <nothing/>
                </a>

                """)
    }

    @Test(arguments: ["plain", "a\r\nb\rc", "]]>", "<![CDATA[", " \n\t ", "😀é", "&amp;", "tab\tquote\"'"])
    func `what is written is read back as it was`(value: String) throws {
        var writer = XMLWriter()
        writer.element("a", [("b", value)], text: value)
        let recorder = try Recorder.read(writer.text)
        #expect(recorder.starts[0].attributes == ["b=" + value])
        #expect(recorder.story[1] == value)
    }

    @Test func `characters that XML cannot hold are replaced`() throws {
        var writer = XMLWriter()
        writer.element("a", text: "x\u{0}\u{1B}\u{FFFF}y")
        #expect(try Recorder.read(writer.text).story[1] == "x\u{FFFD}\u{FFFD}\u{FFFD}y")
    }
}
