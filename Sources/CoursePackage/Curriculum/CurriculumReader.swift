import Learning
import XML

/// Makes a course of the pieces of a `curriculum.xml`, and keeps what there is to say about them.
final class CurriculumReader {
    let source: PackageSource
    var log: FindingLog
    var draft = CourseDraft(key: "", title: "")
    var facts = PackageFacts()
    /// Where the elements stand that a finding may be about later, by their paths.
    var positions: [String: XMLPosition] = [:]
    /// Paths of modules, activities, behaviors and answers, by kind and key.
    var paths: [String: String] = [:]
    /// How often an id came again, by kind and key.
    var repeated: [String: Int] = [:]
    /// Files of the package that are named.
    var named: Set<String> = []
    /// Lessons that are Markdown files, whose text is read once all is known.
    var lessonFiles: Set<String> = []
    /// Questions in files of their own.
    var quizFiles: Set<String> = []
    /// Whether the root element is the one of our format.
    private(set) var isOurs = false

    private var seen: Set<String> = []

    static let rootPath = "/curriculum"
    /// What the root may hold.
    private static let parts: Set = ["title", "why", "benefit", "stop", "behavior", "module", "answers"]

    init(source: PackageSource, log: FindingLog) {
        self.source = source
        self.log = log
    }

    // MARK: The root

    func begin(_ root: CurriculumElement) {
        guard root.kind == "curriculum" else {
            let namespace = root.name.namespace.map { "“\($0)”" } ?? "none"
            log.add(
                finding(
                    .fatal, "not-manifest", root, Self.rootPath,
                    root.name.local == "curriculum"
                        ? "The root element is <curriculum>, but its namespace is \(namespace)."
                        : "The root element is <\(root.name.local)>, not <curriculum>.",
                    hint: "Begin with <curriculum xmlns=\"\(CurriculumFormat.namespace)\" id=\"…\">."))
            return
        }
        isOurs = true
        positions[Self.rootPath] = root.position
        checkAttributes(root, ["id", "version"], Self.rootPath)
        draft.versionLabel = root["version"].map(CurriculumElement.line) ?? ""
        draft.language = language(root)
        if let id = root["id"], !CurriculumElement.line(id).isEmpty {
            draft.key = mendedKey(id, root, Self.rootPath)
        } else {
            log.add(
                finding(
                    .fatal, "no-id", root, Self.rootPath, "The course has no id.",
                    hint:
                        "Give <curriculum> an id that stays the same from version to version, such as id=\"ask-before-you-pitch\"."
                ))
        }
    }

    /// A finished child of the root, other than a module or the answers.
    func part(_ element: CurriculumElement) {
        guard isOurs else { return }
        let path = Self.rootPath + "/" + element.name.local
        switch element.kind {
        case "title":
            guard isFirst(element, path) else { return }
            positions[path] = element.position
            draft.title = line(element, path)
        case "why": if isFirst(element, path) { draft.why = markdown(element, path) }
        case "benefit": if isFirst(element, path) { draft.benefit = markdown(element, path) }
        case "stop": if isFirst(element, path) { draft.stop = markdown(element, path) }
        case "behavior": behavior(element)
        default: unknownElement(element, Self.rootPath, known: Self.parts)
        }
    }

    func end(_ root: CurriculumElement) {
        guard isOurs else { return }
        strayText(root, Self.rootPath)
        if draft.title.isEmpty {
            log.add(
                finding(
                    .warning, "no-title", root, Self.rootPath, "The course has no title; its id is shown instead.",
                    hint: "Write <title>…</title> first in <curriculum>."))
            draft.title = draft.key
        }
    }

    private func behavior(_ element: CurriculumElement) {
        let (key, path) = key(
            of: element, in: Self.rootPath, among: "behavior", else: "behavior-\(draft.behaviors.count + 1)")
        checkAttributes(element, ["id"], path)
        var text = line(element, path)
        if text.isEmpty {
            log.add(
                finding(
                    .warning, "no-text", element, path, "The behavior “\(key)” has no sentence.",
                    hint: "Write what a person does, in the first person: “I ask before I answer.”"))
            text = key
        }
        draft.behaviors.append(Behavior(key: key, text: text))
    }

    private func isFirst(_ element: CurriculumElement, _ path: String) -> Bool {
        checkAttributes(element, [], path)
        if seen.insert(path).inserted { return true }
        log.add(
            finding(
                .warning, "dup-element", element, path,
                "There is a second <\(element.name.local)>; the first one counts.",
                hint: "Leave one of them out."))
        return false
    }

    private func language(_ root: CurriculumElement) -> String {
        let xml = "http://www.w3.org/XML/1998/namespace"
        guard let written = root.attributes.first(where: { $0.name == XMLName("lang", namespace: xml) })?.value else {
            return "und"
        }
        let tag = CurriculumElement.line(written)
        if LanguageTag.isPlausible(tag) { return tag }
        log.add(
            finding(
                .warning, "bad-value", root, Self.rootPath, "xml:lang=\"\(tag)\" is no language tag; none is kept.",
                hint: "Write a tag such as en, en-US or de."))
        return "und"
    }
}
