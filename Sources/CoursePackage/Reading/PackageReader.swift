public import Archive
import Foundation
import Learning
import XML

/// Reads a package of any format: what is in it, and what there is to say about it. It changes nothing.
///
/// A bad package is no error but a reading with a fatal finding. It blocks its thread while it works.
public struct PackageReader: Sendable {
    private let archiveLimits: ArchiveLimits
    private let xmlLimits: XMLLimits

    public init(limits: ArchiveLimits = .standard) {
        archiveLimits = limits
        var xmlLimits = XMLLimits.standard
        xmlLimits.bytes = Limits.manifest.value
        xmlLimits.parts = Limits.manifestParts.value
        self.xmlLimits = xmlLimits
    }

    /// Reads what lies at `path`: a lone XML document, a folder, a zip or a tar.
    ///
    /// - Parameter name: What it is called, for findings, where its name on disk is not the one that people know.
    public func read(_ path: String, named name: String? = nil) -> PackageReading {
        var reading = PackageReading()
        do {
            let files = try PackageFiles(path: path, name: name, limits: archiveLimits)
            reading.files = files
            let found = try FoundFormat.find(in: files, limits: xmlLimits)
            reading.files = found.files
            let source = PackageSource(
                files: found.files, manifest: found.manifest, xmlLimits: found.format.limits(xmlLimits))
            var log = FindingLog()
            found.tell(&log)
            reading = try found.format.read(source, log: log, into: reading)
        } catch let error as ArchiveError {
            reading.refuse(Finding(error))
        } catch let error as Unreadable {
            reading.refuse(error.finding)
        } catch {
            reading.refuse(Finding(.fatal, "unreadable", message: "It cannot be read: \(error.localizedDescription)"))
        }
        if reading.outcome == .rejected {
            reading.draft = nil
            reading.digest = nil
            reading.fileDigests = [:]
        }
        // A stable sort by hand: within one severity the order of the document stays.
        reading.findings = reading.findings.enumerated().sorted {
            ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
        }.map(\.element)
        return reading
    }
}

/// Thrown when there is nothing more to read after one finding.
struct Unreadable: Error {
    var finding: Finding
}

extension PackageReading {
    /// Only why is told of what is refused, as the rest was not looked at.
    fileprivate mutating func refuse(_ finding: Finding) {
        findings = findings.filter { $0.severity != .advice } + [finding]
    }
}
