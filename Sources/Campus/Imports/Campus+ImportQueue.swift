import CoursePackage
import Foundation
import Learning
import Logging
import Persistence
import Store

/// The imports that wait, worked off one after another.
extension Campus {
    /// Takes up what was begun and never ended, and gives up what was begun too often. Only for the one server of this data.
    /// - Parameter id: this one alone; all that a program that is gone left unless said otherwise.
    func resumeImports(_ id: Identifier<ImportJob>? = nil) async throws {
        let now = now()
        try await write(.operator) { connection, _ in
            for id in try ImportJobStore.requeue(id, connection) {
                guard var job = try ImportJobStore.find(id, connection) else { continue }
                job.result = .failed
                try ImportJobStore.end(job, findings: [Self.givenUp], now: now, connection)
            }
        }
    }

    /// Runs the oldest import that waits.
    /// - Returns: false when none does.
    /// - Throws: ``UnendedImport`` when not even its failure could be written.
    func runNextImport() async throws -> Bool {
        guard let job = try await write(.operator, { connection, _ in try ImportJobStore.claim(connection) }) else {
            return false
        }
        do {
            let report = try await run(job)
            logger.info(
                "import ended", metadata: ["import": "\(job.id)", "result": "\(report.result.rawValue)"])
        } catch is CancellationError {
            try await write(.operator) { connection, _ in try ImportJobStore.release(job.id, connection) }
            return false
        } catch {
            logger.error("import failed", metadata: ["import": "\(job.id)", "error": "\(error)"])
            let finding = Self.failure(error)
            do {
                try await end(job, findings: [finding]) { $0.result = .failed }
            } catch {
                throw UnendedImport(id: job.id, reason: error)
            }
        }
        try await removeUpload(job.id)
        return true
    }

    private func run(_ job: ImportJob) async throws -> ImportReport {
        let package = incoming.appendingPathComponent(job.id.text).appendingPathComponent(
            PackageName.safe(job.fileName))
        let finish: @Sendable (any SQLConnection, ImportReport) throws -> Void = { [now] connection, report in
            try ImportJobStore.end(job.ended(report), findings: report.findings, now: now(), connection)
        }
        let report = try await importCourse(package, for: job.requestedBy, finish: finish)
        if report.result == .refused {
            try await write(.operator) { connection, _ in try finish(connection, report) }
        }
        return report
    }

    private func end(
        _ job: ImportJob, findings: [Finding], _ change: (inout ImportJob) -> Void
    ) async throws {
        var ended = job
        change(&ended)
        let now = now()
        try await write(.operator) { [ended] connection, _ in
            try ImportJobStore.end(ended, findings: findings, now: now, connection)
        }
    }

    private func removeUpload(_ id: Identifier<ImportJob>) async throws {
        try await offPool { [incoming] in
            let folder = incoming.appendingPathComponent(id.text)
            if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        }
    }

    private static let givenUp = Finding(
        .fatal, "import-crashed",
        message: "The program ended \(ImportJobStore.tries) times while it imported this package.",
        hint: "Run cornerman inspect on it, and tell whoever runs this installation.")

    private static func failure(_ error: any Error) -> Finding {
        let refusal = error as? Refusal
        return Finding(
            .fatal, refusal?.code ?? "failed",
            message: refusal?.message ?? "Something went wrong here; nothing was imported.",
            hint: "Upload it again later; whoever runs this installation finds more in its log.")
    }
}

/// An import whose end could not be written, as on a full disk.
struct UnendedImport: Error {
    let id: Identifier<ImportJob>
    let reason: any Error
}

extension ImportJob {
    fileprivate func ended(_ report: ImportReport) -> ImportJob {
        var job = self
        job.result = report.result
        job.format = report.reading.format.isEmpty ? nil : report.reading.format
        job.title = report.reading.title.isEmpty ? nil : report.reading.title
        job.courseID = report.course
        job.versionID = report.version
        job.counts = report.counts
        return job
    }
}
