import ArgumentParser
import Campus
import Encoder
import Foundation
import PersistenceSQLite

/// Where the sentence encoder is, for the commands that need it.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The model with which search also goes by what is meant, as `make model` writes it; otherwise model.cornerman in the \
            folder of data, if it is there. Also from CORNERMAN_MODEL.
            """, valueName: "file"))
    var model: String?

    /// The file that was named, or the one that lies with the data; nil where there is none.
    func file(beside place: DataPlace) -> URL? {
        let environment = ProcessInfo.processInfo.environment["CORNERMAN_MODEL"].flatMap { $0.isEmpty ? nil : $0 }
        if let named = model ?? environment { return URL(filePath: named) }
        guard case .folder(let folder) = place else { return nil }
        let usual = folder.url.appending(path: "model.cornerman")
        return FileManager.default.fileExists(atPath: usual.path) ? usual : nil
    }

    /// What search may go by. A model that cannot be used is a problem and no error: search goes by words as without one.
    func meaning(beside place: DataPlace) -> SearchMeaning {
        guard let file = file(beside: place) else { return .none }
        do {
            let encoder = try SentenceEncoder(file: file)
            return SearchMeaning(encoder.digest) { encoder.vector(of: $0) }
        } catch {
            return SearchMeaning(problem: error.description)
        }
    }
}
