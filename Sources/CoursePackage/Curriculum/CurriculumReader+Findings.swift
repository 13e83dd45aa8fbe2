import Learning
import XML

extension CurriculumReader {
    /// A finding about an element of the manifest.
    func finding(
        _ severity: Finding.Severity, _ code: String, _ element: CurriculumElement, _ path: String, _ message: String,
        hint: String?
    ) -> Finding {
        Finding(
            severity, code, entry: source.manifest, line: element.position.line, column: element.position.column,
            path: path, message: message, hint: hint)
    }

    /// The words are made only when they are told: a document may make one mistake a hundred thousand times.
    func warn(
        _ code: String, _ element: CurriculumElement, _ path: String, _ message: @autoclosure () -> String,
        hint: @autoclosure () -> String?
    ) {
        guard !log.isFull(.warning, code) else { return log.countAnother(.warning, code) }
        log.add(finding(.warning, code, element, path, message(), hint: hint()))
    }

    /// The finding with the place that its path has in the manifest.
    func located(_ finding: Finding) -> Finding {
        var finding = finding
        finding.entry = source.manifest
        if let path = finding.path, let position = positions[path] {
            finding.line = position.line
            finding.column = position.column
        }
        return finding
    }

    /// Says which attributes are not understood. Attributes of a schema's own namespace are nobody's business.
    func checkAttributes(_ element: CurriculumElement, _ known: Set<String>, _ path: String) {
        for (name, _) in element.attributes {
            switch name.namespace {
            case nil where known.contains(name.local): continue
            case "http://www.w3.org/2001/XMLSchema-instance": continue
            case "http://www.w3.org/XML/1998/namespace" where name.local == "lang" && path == Self.rootPath: continue
            default:
                warn(
                    "unknown-attribute", element, path,
                    "The attribute “\(name.local)” of <\(element.name.local)> is not known and has no effect.",
                    hint: suggestion(for: name.local, among: known))
            }
        }
    }

    /// Says which children are not understood.
    func checkChildren(_ element: CurriculumElement, _ known: Set<String>, _ path: String) {
        for child in element.children where !(child.kind.map(known.contains) ?? false) {
            unknownElement(child, path, known: known)
        }
    }

    func unknownElement(_ element: CurriculumElement, _ parent: String, known: Set<String>) {
        let isForeign = element.kind == nil
        warn(
            "unknown-element", element, parent + "/" + element.name.local,
            "The element <\(element.name.local)> \(isForeign ? "of another namespace " : "")is not known here and is left out.",
            hint: isForeign
                ? "Elements of a curriculum are in the namespace \(CurriculumFormat.namespace)."
                : Self.homes[element.name.local].map { "Put it into \($0)." }
                    ?? suggestion(for: element.name.local, among: known))
    }

    /// Where elements belong that stand elsewhere.
    private static let homes: [String: String] = {
        var homes = ["module": "<curriculum>", "answer": "<answers>", "question": "a <quiz> or an <answer>"]
        for kind in CurriculumActivities.byElement.keys { homes[kind] = "a <module>" }
        for child in ["prompt", "option", "accept"] { homes[child] = "a <question> of a <quiz>" }
        for child in ["scale", "words"] { homes[child] = "a <feedback>" }
        homes["feedback"] = "a <module>, or into a <question> of a <quiz>"
        return homes
    }()

    /// Says that there is text where none is read.
    func strayText(_ element: CurriculumElement, _ path: String) {
        guard element.hasText else { return }
        warn(
            "stray-text", element, path,
            "<\(element.name.local)> holds text of its own, which is left out: “\(element.line.prefix(60))”.",
            hint: "Put it into the element that it belongs to.")
    }

    private func suggestion(for name: String, among known: Set<String>) -> String {
        let name = name.lowercased()
        let near = known.map { (distance: Self.distance($0.lowercased(), name), name: $0) }
            .filter { $0.distance <= 2 && $0.distance < $0.name.count }.min { $0 < $1 }
        if let near { return "Did you mean “\(near.name)”?" }
        return known.isEmpty
            ? "Take it out, or see Public/schema/curriculum-1.xsd for what may stand here."
            : "Take it out; known here are: \(known.sorted().joined(separator: ", "))."
    }

    /// How many letters must be changed, added or left out to make `right` of `left` (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.prefix(64))
        var row = Array(0...right.count)
        for (line, letter) in left.prefix(64).enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (letter == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
