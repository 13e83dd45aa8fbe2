import Archive
import Foundation
import Learning

/// Files of the package that the manifest names.
extension CurriculumReader {
    /// The file that `href` names, by its path in the package. When it is not there, that is told and the step is not
    /// available; the path is kept all the same.
    ///
    /// - Parameter takesFolder: Whether a folder of the package will do as well.
    func file(_ element: CurriculumElement, _ step: inout Step, _ path: String, takesFolder: Bool = false) {
        guard let written = element["href"].map({ $0.trimmingCharacters(in: .whitespacesAndNewlines) }),
            !written.isEmpty
        else { return }
        let slashed = written.replacing("\\", with: "/")
        if let scheme = slashed.firstMatch(of: /^[A-Za-z][A-Za-z0-9+.\-]*:|^\/\//), slashed.dropFirst().first != ":" {
            step.unavailable = "Its address is not a file of the package."
            warn(
                "bad-value", element, path,
                "href=\"\(written.prefix(80))\" begins with “\(scheme.output)” and is not a file of the package.",
                hint: "Use <link href=\"…\"/> for a page on the web.")
            return
        }
        let bare = String(slashed.prefix { $0 != "?" && $0 != "#" })
        let decoded = bare.removingPercentEncoding ?? bare
        // A literal “%20” or “#” in a name wins over what it stands for in an address.
        for candidate in [slashed, bare, decoded] {
            guard let name = try? ArchivePath.normalized(String(candidate.drop { $0 == "/" })) else { continue }
            if isFile(name) || (takesFolder && source.files.hasFolder(name)) {
                step.href = source.files.spelled(name)
                named.insert(name)
                if candidate == bare, bare != slashed { tellFragment(written, element, path) }
                return
            }
        }
        guard let name = try? ArchivePath.normalized(String(decoded.drop { $0 == "/" })), !name.isEmpty else {
            step.unavailable = "Its file would lie outside the package."
            warn(
                "ref-escape", element, path,
                "href=\"\(written.prefix(80))\" leads out of the package and is never followed.",
                hint: "Put the file into the package, and name it by its path from there.")
            return
        }
        step.href = name
        step.unavailable = "Its file “\(name)” is missing from the package."
        named.insert(name)
        let other = source.files.differingInCase(from: name)
        warn(
            "missing-files", element, path, "The file “\(name)” is not in the package; the step cannot be opened.",
            hint: other.map { "There is “\($0)”: upper and lower case must be the same." }
                ?? (source.files.container == .document
                    ? "Give the folder or a zip that holds both, not curriculum.xml alone."
                    : "Put the file into the package, or correct its path, which begins at the package's root."))
    }

    /// The manifest is no file for learners: it holds the keys of the quizzes.
    private func isFile(_ name: String) -> Bool { name != source.manifest && source.files.has(name) }

    private func tellFragment(_ written: String, _ element: CurriculumElement, _ path: String) {
        warn(
            "bad-value", element, path, "href=\"\(written.prefix(80))\": what stands behind “?” or “#” is not kept.",
            hint: "Name the file alone.")
    }

    /// Puts the texts of Markdown files into their lessons, so that they are shown and found like the others.
    func fillLessons(_ contents: [String: [UInt8]]) {
        for module in draft.modules.indices {
            for index in draft.modules[module].steps.indices {
                let step = draft.modules[module].steps[index]
                guard step.kind == .lesson, step.text == nil, let href = step.href, let bytes = contents[href] else {
                    continue
                }
                let path = paths[Self.activityKeys + " " + step.key] ?? ""
                if let text = String(
                    validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self),
                    bytes.count < PackageSource.captureLimit
                {
                    draft.modules[module].steps[index].text = text
                    if let problem = MarkdownWeight(text).problem {
                        log.add(
                            located(
                                Finding(
                                    .warning, "too-large", path: path, message: "“\(href)”: \(problem.message)",
                                    hint: problem.hint)))
                    }
                } else {
                    log.add(
                        located(
                            Finding(
                                .warning, "bad-part", path: path,
                                message:
                                    "The file “\(href)” is not Markdown in UTF-8 of less than 1 MB; it is kept as it is.",
                                hint: "Save it as UTF-8, or split it.")))
                }
            }
        }
    }
}
