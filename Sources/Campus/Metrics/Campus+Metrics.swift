import Foundation
import Learning
import Persistence
import Store

extension Campus {
    /// What this process counts, and how things stand, in Prometheus's text format.
    /// - Parameter program: the version of this program.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller is an admin.
    public func metricsText(program: String, _ access: Access) async throws -> String {
        let size = try await read(access) { connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin reads the metrics.") }
            return try DatabaseSizeStore.bytes(connection)
        }
        var text = metrics.text
        text += MetricText.gauge(
            "cornerman_events_waiting", "Events that wait for the next transaction.", Double(inbox.waiting))
        text += MetricText.gauge(
            "cornerman_search_index_entries", "Entries of the search index; 0 until it is built.",
            Double(searchIndex.count))
        text += MetricText.gauge("cornerman_database_bytes", "The database on the disk, without its log.", Double(size))
        text += MetricText.gauge(
            "cornerman_build_info", "1; the label tells the program's version.", 1, labels: [("version", program)])
        if let resident = Self.residentBytes() {
            text += MetricText.gauge(
                "process_resident_memory_bytes", "Memory of this process that is in the machine's.", Double(resident))
        }
        text += MetricText.gauge(
            "process_start_time_seconds", "When this process started, since 1970.",
            Double(startedAt.milliseconds) / 1000)
        return text
    }

    /// Nil where the system does not tell.
    private static func residentBytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return pages.map { $0 * sysconf(Int32(_SC_PAGESIZE)) }
    }
}
