import Foundation
import Learning

/// Files of the package that no learner gets, as there are keys of quizzes in them, or may be.
extension CurriculumReader {
    /// Takes them out of the draft's files and says so.
    /// - Parameter curricula: documents of our format, the manifest perhaps among them.
    func withhold(curricula: Set<String>) {
        let others = curricula.subtracting([source.manifest])
        for path in others.sorted() {
            tellWithheld(
                path, "is a curriculum, which holds the keys of its quizzes", hint: "Take it out of the package.")
        }
        let archives = draft.files.map(\.path).filter { Self.isArchive($0) && !named.contains($0) && !isMentioned($0) }
        for path in archives {
            tellWithheld(
                path, "is an archive that nothing in the course names, perhaps the package itself",
                hint: "Take it out, or name it in a <file href=\"…\"/> if learners are to have it.")
        }
        let withheld = others.union(archives).union(quizFiles)
        draft.files.removeAll { withheld.contains($0.path) }
        for module in draft.modules.indices {
            for index in draft.modules[module].steps.indices {
                let step = draft.modules[module].steps[index]
                guard let href = step.href, step.unavailable == nil, withheld.contains(href) else { continue }
                draft.modules[module].steps[index].unavailable = "Its file is not for learners."
            }
        }
    }

    private func tellWithheld(_ path: String, _ what: String, hint: String) {
        log.add(
            Finding(
                .warning, "withheld-file", entry: path,
                message: "“\(path)” \(what); it is kept from learners.", hint: hint))
    }

    private static let archiveEndings: Set = [
        "zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "mbz", "imscc",
    ]

    private static func isArchive(_ path: String) -> Bool {
        path.split(separator: ".").last.map { archiveEndings.contains($0.lowercased()) } ?? false
    }

    /// Whether a text of the course has the file's name in it, so that it may link to it.
    private func isMentioned(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let names = [name, name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name]
        let texts = draft.modules.flatMap(\.steps).compactMap(\.text) + draft.answers.map(\.text)
        return texts.contains { text in names.contains { text.contains($0) } }
    }
}
