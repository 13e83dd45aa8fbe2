import CoursePackage
import Foundation
import Learning
import Logging
import Persistence
import Store

/// The imports that wait, worked off one after another.
extension Campus {
    /// Takes up what was begun and never ended, and gives up what was begun too often: where nodes share the work, what a node
    /// has not been heard of for the length of a lease; else all, by the one server of this data.
    /// - Parameter id: this one alone, which this node itself could not end.
    func resumeImports(_ id: Identifier<ImportJob>? = nil) async throws {
        let now = now()
        let isOurs = id != nil || !blobs.isShared
        try await write(.operator) { [node] connection, _ in
            let left = try ImportJobStore.requeue(
                id, of: id == nil ? nil : node, lapsedBy: isOurs ? nil : now, connection)
            for id in left {
                guard var job = try ImportJobStore.find(id, connection) else { continue }
                job.result = .failed
                try ImportJobStore.end(job, by: nil, findings: [Self.givenUp], now: now, connection)
            }
        }
    }

    /// Runs the oldest import that waits.
    /// - Returns: false when none does.
    /// - Throws: ``UnendedImport`` when not even its failure could be written, or when the server went away that nodes share.
    func runNextImport() async throws -> Bool {
        guard
            let job = try await write(
                .operator,
                { [node, now] connection, _ in
                    try ImportJobStore.claim(by: node, now: now(), connection)
                })
        else {
            return false
        }
        do {
            let report = try await runLeased(job)
            if report.result == .held {
                logger.info("import held", metadata: ["import": "\(job.id)"])
                return true
            }
            metrics.countImport(report.result)
            logger.info(
                "import ended", metadata: ["import": "\(job.id)", "result": "\(report.result.rawValue)"])
        } catch is CancellationError {
            try await write(.operator) { [node] connection, _ in
                try ImportJobStore.release(job.id, by: node, connection)
            }
            return false
        } catch is JobTakenOver {
            logger.notice("another node took an import over", metadata: ["import": "\(job.id)"])
            try await removeUpload(job)
            return true
        } catch let error as Refusal where blobs.isShared && error.code == "store-unavailable" {
            // A server that was away for a moment, as in a failover: it is no fault of the package.
            logger.error("import cut off", metadata: ["import": "\(job.id)", "error": "\(error)"])
            throw UnendedImport(id: job.id, reason: error)
        } catch {
            logger.error("import failed", metadata: ["import": "\(job.id)", "error": "\(error)"])
            let finding = Self.failure(error)
            metrics.countImport(.failed)
            do {
                try await end(job, findings: [finding]) { $0.result = .failed }
            } catch {
                throw UnendedImport(id: job.id, reason: error)
            }
        }
        try await removeUpload(job)
        return true
    }

    /// Runs a job, and says that it is at work for as long as it is.
    private func runLeased(_ job: ImportJob) async throws -> ImportReport {
        try await withThrowingTaskGroup(of: ImportReport?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await run(job) }
            group.addTask {
                try await keepLease(of: job.id)
                return nil
            }
            guard let report = try await group.next() ?? nil else { throw JobTakenOver() }
            return report
        }
    }

    /// Returns when another node has the job.
    private func keepLease(of id: Identifier<ImportJob>) async throws {
        while true {
            try await Task.sleep(for: .seconds(ImportJobStore.lease / 4))
            do {
                let isKept = try await write(.operator) { [node, now] connection, _ in
                    try ImportJobStore.renew(id, by: node, now: now(), connection)
                }
                guard isKept else { return }
            } catch {
                logger.warning("the lease of an import cannot be renewed now", metadata: ["error": "\(error)"])
            }
        }
    }

    private func run(_ job: ImportJob) async throws -> ImportReport {
        let package = try await upload(of: job)
        let finish: @Sendable (any SQLConnection, ImportReport) throws -> Void = { [now, node] connection, report in
            try ImportJobStore.end(job.ended(report), by: node, findings: report.findings, now: now(), connection)
        }
        let report = try await importCourse(
            package, hold: job.isHold ? .newVersions : .nothing, since: job.comparedWith, for: job.requestedBy,
            finish: finish)
        switch report.result {
        case .refused: try await write(.operator) { connection, _ in try finish(connection, report) }
        case .held:
            try await write(.operator) { [now, node] connection, _ in
                guard let changes = report.changes else { return }
                try ImportJobStore.hold(
                    job.ended(report), by: node, findings: report.findings, changes: changes, now: now(), connection)
            }
        case .created, .unchanged, .failed: break
        }
        return report
    }

    private func end(
        _ job: ImportJob, findings: [Finding], _ change: (inout ImportJob) -> Void
    ) async throws {
        var ended = job
        change(&ended)
        let now = now()
        try await write(.operator) { [ended, node] connection, _ in
            try ImportJobStore.end(ended, by: node, findings: findings, now: now, connection)
        }
    }

    /// Ends what nobody published in time.
    func endHeldImports() async throws {
        let before = now().advanced(bySeconds: Int64(-Limits.heldImport.value))
        let ids = try await read(.operator) { connection, _ in try ImportJobStore.held(before: before, connection) }
        let now = now()
        for id in ids {
            let ended: ImportJob? = try await write(.operator) { connection, _ in
                guard var job = try ImportJobStore.find(id, connection), job.state == .held else { return nil }
                _ = try ImportJobStore.release(held: id, connection)
                job.result = .refused
                try ImportJobStore.end(job, by: nil, findings: [Self.notPublished], now: now, connection)
                return job
            }
            if let ended { try await removeUpload(ended) }
        }
    }

    private static let notPublished = Finding(
        .fatal, "not-published",
        message: "Nobody published it within \(Limits.heldImport.value / 3600) hours after it was looked at.",
        hint: "Upload it again.")

    private static let givenUp = Finding(
        .fatal, "import-crashed",
        message: "The program or its database went away \(ImportJobStore.tries) times while it imported this package.",
        hint: "Run cornerman inspect on it, and tell whoever runs this installation.")

    private static func failure(_ error: any Error) -> Finding {
        let refusal = error as? Refusal
        return Finding(
            .fatal, refusal?.code ?? "failed",
            message: refusal?.message ?? "Something went wrong here; nothing was imported.",
            hint: "Upload it again later; whoever runs this installation finds more in its log.")
    }
}

/// An import that did not come to its end, or whose end could not be written, as on a full disk.
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
        job.comparedWith = report.comparedWith ?? job.comparedWith
        job.counts = report.counts
        return job
    }
}
