public import Foundation
import Learning
import Logging
import Persistence
public import ServiceLifecycle

/// Runs imports for as long as the server lives: first what is new in the folder of courses, then what is uploaded.
public struct ImportService: Service {
    private let campus: Campus
    private let courses: URL?

    /// - Parameter courses: the folder whose packages are imported at the start; nil for none.
    public init(campus: Campus, courses: URL? = nil) {
        self.campus = campus
        self.courses = courses
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            if let courses { await campus.importAll(in: courses) }
            await withDiscardingTaskGroup { group in
                group.addTask {
                    // Another node may have left something, and a ring may have come to nothing.
                    while (try? await Task.sleep(for: .seconds(10))) != nil { campus.importWake.ring() }
                }
                await work()
                group.cancelAll()
            }
        }
    }

    private func work() async {
        var unended: Identifier<ImportJob>?
        while !Task.isCancelled {
            do {
                if let id = unended { try await campus.resumeImports(id) }
                unended = nil
                if campus.blobs.isShared { try await campus.resumeImports() }
                while try await campus.runNextImport() {}
                try await campus.endHeldImports()
            } catch {
                unended = (error as? UnendedImport)?.id ?? unended
                campus.logger.error("imports cannot be run now", metadata: ["error": "\(error)"])
            }
            await campus.importWake.wait()
        }
    }
}
