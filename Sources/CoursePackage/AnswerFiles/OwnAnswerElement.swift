import Learning
import XML

/// An `<answer>` as a curriculum has it. It says all there is of the answer: a phrasing or tag that it lacks is taken away.
enum OwnAnswerElement {
    private static let xml = "http://www.w3.org/XML/1998/namespace"
    /// Of hints to validators, such as where a schema is.
    private static let schema = "http://www.w3.org/2001/XMLSchema-instance"
    /// Attributes, and what they say in other formats.
    private static let attributes = [
        "id": "key", "course": "course", "activity": "activity", "tags": "tags", "owner": "owner",
        "verifyBy": "verify_by",
    ]

    /// What the `<answers>` around them says of answers that do not say it themselves.
    struct Defaults {
        var course = ""
        var language: String?

        init() {}

        /// - Throws: ``Refusal`` with its place where it says what no answer would get.
        init(of root: CurriculumElement) throws(Refusal) {
            for (name, value) in root.attributes {
                switch (name.local, name.namespace) {
                case ("lang", OwnAnswerElement.xml): language = value
                case ("course", nil): course = value
                case (_, OwnAnswerElement.xml), (_, OwnAnswerElement.schema): break
                default:
                    throw .invalid(
                        line: root.position.line, column: root.position.column, "unknown-attribute",
                        "<answers> has no attribute \"\(name.local.prefix(50))\"; it may have course and xml:lang, which "
                            + "hold for each <answer> without its own. Write others at the <answer>.")
                }
            }
        }
    }

    static func answer(_ element: CurriculumElement, _ defaults: Defaults) -> WrittenAnswer {
        var written = WrittenAnswer(at: FilePosition(element.position))
        guard isOurs(element), element.name.local == "answer" else {
            written.refuse(
                "", "unknown-element", "An <answers> holds <answer> alone, not <\(element.name.local.prefix(50))>.")
            return written
        }
        written.texts = [
            "key": "", "course": defaults.course, "activity": "", "owner": "", "question": "", "text": "",
        ]
        written.texts["language"] = defaults.language
        written.lists = ["also": [], "tags": []]
        readAttributes(of: element, into: &written)
        if element.hasText {
            written.refuse("", "stray-text", "Text stands between the elements of the answer: put it into <text>.")
        }
        for child in element.children { read(child, into: &written) }
        return written
    }

    private static func readAttributes(of element: CurriculumElement, into written: inout WrittenAnswer) {
        for (name, value) in element.attributes {
            if name == XMLName("lang", namespace: xml) {
                written.texts["language"] = value
            } else if name.namespace == nil, let column = attributes[name.local] {
                if column == "tags" {
                    written.lists[column] = value.split(separator: ",").map { CurriculumElement.line(String($0)) }
                } else {
                    written.texts[column] = value
                }
            } else if name.namespace != xml {
                written.refuse(
                    "", "unknown-attribute",
                    "An <answer> has no attribute \"\(name.local.prefix(50))\"; it may have "
                        + "\(attributes.keys.sorted().joined(separator: ", ")) and xml:lang.")
            }
        }
    }

    private static func read(_ child: CurriculumElement, into written: inout WrittenAnswer) {
        let name = child.name.local
        let place = FilePosition(child.position)
        guard isOurs(child), ["question", "also", "text", "tag"].contains(name) else {
            return written.refuse(
                "", "unknown-element",
                "An <answer> has no <\(name.prefix(50))>; it may have <question>, <also>, <text> and <tag>.", at: place)
        }
        let column = name == "tag" ? "tags" : name
        if !child.children.isEmpty {
            written.refuse(
                column, "unknown-element",
                "Elements stand within <\(name)>: it holds text, in which a “<” is written “&lt;”.", at: place)
        }
        if AnswerRow.lists.contains(column) {
            if written.places[column] == nil { written.places[column] = place }
            written.lists[column, default: []].append(kept(child) ? child.text : child.line)
        } else if written.places[column] != nil {
            written.refuse(column, "element-twice", "There are two <\(name)> in one answer: keep one.", at: place)
        } else {
            written.places[column] = place
            written.texts[column] = kept(child) ? child.text : name == "text" ? child.markdown : child.line
        }
    }

    /// Whether its white space is its own.
    private static func kept(_ element: CurriculumElement) -> Bool {
        element.attributes.contains { $0.name == XMLName("space", namespace: xml) && $0.value == "preserve" }
    }

    /// Of our namespace, or of none, which people forget to write.
    private static func isOurs(_ element: CurriculumElement) -> Bool {
        element.name.namespace == nil || element.name.namespace == CurriculumFormat.namespace
    }
}
