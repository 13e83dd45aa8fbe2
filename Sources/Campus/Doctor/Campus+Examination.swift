import Crypto
import Foundation
public import Learning
import Persistence
import Store

extension Campus {
    /// Examines all of the data: the engine's own check, versions, every blob's bytes, and events against progress.
    ///
    /// Reads everything once; may run beside a server. The blobs are read off the cooperative pool.
    public func examine() async throws -> [Ailment] {
        var found: [Ailment]
        do {
            found = try await repeatingContention { try await database.checkIntegrity() }.map(Ailment.damaged)
        } catch let error as StoreError where error.kind == .corrupt {
            return [.damaged(error.message)]
        } catch let error as StoreError {
            throw refusal(for: error)
        }
        found += try await retrying {
            try await database.read { connection in
                let lost = try ExaminationStore.coursesWithoutVersion(connection).map {
                    Ailment("version-missing", "The course \($0) has no current version.", hint: "Import it again.")
                }
                let torn = try ExaminationStore.tornVersions(connection).map {
                    Ailment("version-torn", "The version \($0) is not whole.", hint: "Import its package again.")
                }
                return lost + torn
            }
        }
        found += meaning.problem.map { [.model($0)] } ?? []
        found += try await retrying { try await searchIndex.fileAilment() }.map { [$0] } ?? []
        return found + (try await examineProgress()) + (try await examineBlobs())
    }

    private func examineProgress() async throws -> [Ailment] {
        let differences = try await compareProgress().differences
        guard differences.total > 0 else { return [] }
        let kinds = [
            ("progress", differences.progress), ("modules", differences.modules),
            ("enrollments", differences.enrollments), ("attempts", differences.attempts),
            ("counters", differences.counters),
        ]
        let list = kinds.filter { $0.1 > 0 }.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
        return [
            Ailment(
                "progress-differs", "Rows are not as the events say (\(list)).", hint: "Run cornerman recompute.")
        ]
    }

    private func examineBlobs() async throws -> [Ailment] {
        var found: [Ailment] = []
        var last = ""
        while true {
            let after = last
            let page = try await retrying {
                try await database.read { try ExaminationStore.files(after: after, limit: 500, $0) }
            }
            guard let end = page.last else { return found }
            last = end.0.text
            found += try await offPool { [blobs] in
                try page.compactMap { try Self.ailment(of: $0.0, size: $0.1, blobs) }
            }
        }
    }

    private static func ailment(
        of digest: BlobDigest, size: Int, _ blobs: any BlobStore
    ) throws -> Ailment? {
        let hint =
            "Import the package that it came with again, or copy \(BackupManifest.path(of: digest.text)) from a backup."
        guard let there = try blobs.size(of: digest) else {
            return Ailment("blob-missing", "The file \(digest.text) is not there.", hint: hint)
        }
        var hash = SHA256()
        for start in stride(from: 0, to: there, by: 1 << 20) {
            hash.update(data: try blobs.read(digest, in: start..<min(start + 1 << 20, there)))
        }
        guard there == size, Secret.hexadecimal(hash.finalize()) == digest.text else {
            return Ailment(
                "blob-damaged", "The file \(digest.text) is not what it was.",
                hint: "Remove it from the folder of blobs, then: \(hint)")
        }
        return nil
    }
}
