extension AnswerWriter {
    /// The settings are those of a new glossary in Moodle.
    static let moodleHeader = """
        <?xml version="1.0" encoding="UTF-8"?>
        <GLOSSARY>
          <INFO>
            <NAME>Answers</NAME>
            <INTRO></INTRO>
            <INTROFORMAT>1</INTROFORMAT>
            <ALLOWDUPLICATEDENTRIES>1</ALLOWDUPLICATEDENTRIES>
            <DISPLAYFORMAT>faq</DISPLAYFORMAT>
            <SHOWSPECIAL>1</SHOWSPECIAL>
            <SHOWALPHABET>1</SHOWALPHABET>
            <SHOWALL>1</SHOWALL>
            <ALLOWCOMMENTS>0</ALLOWCOMMENTS>
            <USEDYNALINK>0</USEDYNALINK>
            <DEFAULTAPPROVAL>1</DEFAULTAPPROVAL>
            <GLOBALGLOSSARY>0</GLOBALGLOSSARY>
            <ENTBYPAGE>10</ENTBYPAGE>
            <ENTRIES>

        """

    static let moodleFooter = """
            </ENTRIES>
          </INFO>
        </GLOSSARY>

        """

    /// Format 4 is Moodle's number for Markdown, so that nothing of the text is turned into something else. `KEY` and `COURSE` say
    /// which answer it is; Moodle asks an entry for the elements that it knows, and passes over these.
    static func moodle(_ line: AnswerLine) -> String {
        let fields = line.fields
        let course = line.course.map { "        <COURSE>\(XMLText.escape($0))</COURSE>\n" } ?? ""
        var text = """
                  <ENTRY>
                    <KEY>\(XMLText.escape(line.key))</KEY>
            \(course)\
                    <CONCEPT>\(XMLText.escape(fields.question))</CONCEPT>
                    <DEFINITION>\(XMLText.escape(fields.text))</DEFINITION>
                    <FORMAT>4</FORMAT>
                    <USEDYNALINK>0</USEDYNALINK>
                    <CASESENSITIVE>0</CASESENSITIVE>
                    <FULLMATCH>0</FULLMATCH>
                    <TEACHERENTRY>1</TEACHERENTRY>

            """
        text += names("ALIASES", "ALIAS", fields.also, more: "")
        text += names("CATEGORIES", "CATEGORY", fields.tags, more: "<USEDYNALINK>0</USEDYNALINK>")
        return text + "      </ENTRY>\n"
    }

    private static func names(_ list: String, _ item: String, _ names: [String], more: String) -> String {
        guard !names.isEmpty else { return "" }
        let items = names.map { "          <\(item)><NAME>\(XMLText.escape($0))</NAME>\(more)</\(item)>\n" }
        return "        <\(list)>\n\(items.joined())        </\(list)>\n"
    }
}
