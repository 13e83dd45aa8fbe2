import Foundation
import Learning
import Logging

extension Campus {
    /// Imports every package of a folder that is new; what is known already stays as it is. Whatever a package has to say
    /// goes to the log.
    func importAll(in folder: URL) async {
        for package in packages(in: folder) {
            do {
                log(try await importCourse(package, for: nil), of: package.lastPathComponent)
            } catch is CancellationError {
                return
            } catch {
                logger.error(
                    "a package of the courses folder cannot be imported now",
                    metadata: ["package": "\(package.lastPathComponent)", "error": "\(error)"])
            }
        }
    }

    /// Folders and files that can be packages, by name.
    func packages(in folder: URL) -> [URL] {
        let kinds: Set = ["xml", "zip", "tar", "tgz", "gz", "imscc", "mbz"]
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                .filter { !$0.hasPrefix(".") }
                .map { folder.appendingPathComponent($0) }
                .filter { url in
                    var isFolder: ObjCBool = false
                    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
                        && (isFolder.boolValue || kinds.contains(url.pathExtension.lowercased()))
                }
        } catch {
            logger.warning(
                "the courses folder cannot be read", metadata: ["folder": "\(folder.path)", "error": "\(error)"])
            return []
        }
    }

    private func log(_ report: ImportReport, of package: String) {
        let isRefused = report.result == .refused
        logger.log(
            level: isRefused ? .error : report.result == .created ? .notice : .debug, "package of the courses folder",
            metadata: ["package": "\(package)", "result": "\(report.result.rawValue)"])
        guard report.result != .unchanged else { return }
        for finding in report.findings where finding.severity <= .warning {
            logger.log(
                level: finding.severity == .fatal ? .error : .warning, "finding",
                metadata: [
                    "package": "\(package)", "code": "\(finding.code)",
                    "place": "\(finding.entry ?? "")\(finding.line.map { ":\($0)" } ?? "")",
                    "message": "\(finding.message)",
                ])
        }
    }
}
