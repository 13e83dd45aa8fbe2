import Answers
import Foundation
import Learning
import Logging
import Persistence
import Store
import Synchronization

extension SearchIndex {
    /// Takes the index from its file, if that is of this store and this program. The turn must be had.
    /// - Returns: the number of the last change that is in it; nil where it has to be made of the rows.
    func restored() async throws -> Int64? {
        guard let file else { return nil }
        let result = Mutex<(SearchFile.Header, SearchDirectory)?>(nil)
        let (marks, synonyms) = try await database.read { (try SearchMarkStore.all($0), try SynonymStore.load($0)) }
        await offPool { [self] in
            do {
                let found = try file.read(into: index) { header in
                    header.build == file.build && header.meaning == meaning.name && marks.contains(header.mark)
                }
                result.withLock { $0 = found }
            } catch {
                logger.notice("the index of search is made anew", metadata: ["reason": "\(error)"])
            }
        }
        guard let (header, numbers) = result.withLock({ $0 }) else { return nil }
        index.use(Thesaurus(synonyms.groups))
        directory.withLock { $0 = numbers }
        kept.withLock { $0 = header.reached }
        return header.reached
    }

    /// What is wrong with the file; nil where nothing is, or there is none. One of another build or encoder is made anew.
    func fileAilment() async throws -> Ailment? {
        guard let file else { return nil }
        let found = Mutex<Result<SearchFile.Header?, any Error>>(.success(nil))
        await offPool {
            let result = Result { try file.check() }
            found.withLock { $0 = result }
        }
        do {
            // Read after the file: a server that writes it tells the store its mark before.
            guard let header = try found.withLock({ $0 }).get(), header.build == file.build else { return nil }
            let marks = try await database.read { try SearchMarkStore.all($0) }
            return marks.contains(header.mark) ? nil : .searchIndex("it is of another store")
        } catch let error as SearchFile.Unusable {
            return .searchIndex(error.description)
        }
    }

    /// Whether there is anything that the file lacks. What waits to be encoded has to be in first.
    var isDueForKeeping: Bool {
        guard file != nil, !isBehindMeaning, let reached = reached.withLock({ $0 }) else { return false }
        return kept.withLock { $0 } != reached
    }

    /// Writes the index into its file. Changes go on meanwhile, and are not in it.
    func keep() async throws {
        guard let file, isDueForKeeping else { return }
        let mark = UUID().uuidString
        let (numbers, entries, last, isBehind) = await turn.take { [self] in
            (directory.withLock { $0 }, index.copy(), reached.withLock { $0 } ?? 0, isBehindMeaning)
        }
        guard !isBehind else { return }
        let header = SearchFile.Header(build: file.build, meaning: meaning.name, mark: mark, reached: last)
        let written = Mutex<Result<SearchFile.Move, any Error>?>(nil)
        await offPool {
            let result = Result { try file.write(header, numbers, entries) }
            written.withLock { $0 = result }
        }
        guard let move = try written.withLock({ $0 })?.get() else { return }
        // The store knows the mark before the file is there to be read.
        try await database.write { try SearchMarkStore.set(mark, $0) }
        try move.take()
        kept.withLock { $0 = last }
    }
}
