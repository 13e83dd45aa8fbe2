import Learning

/// What this process counts about its work since it started. Nothing in it is about a person: routes are templates, and no
/// label holds an id, a name or a word that somebody wrote.
public final class Metrics: Sendable {
    private static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let requests = MetricFamily(
        "cornerman_http_request_duration_seconds", "Time to the reply's head, by route, method and class of status.",
        labels: ["route", "method", "status"], bounds: seconds)
    private let events = MetricFamily(
        "cornerman_events_total", "Events that were sent, by what became of them.", labels: ["result"],
        known: [["recorded"], ["repeated"], ["refused"]])
    private let batches = MetricFamily(
        "cornerman_event_batch_size", "Events of one transaction.",
        bounds: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000], known: [[]])
    private let searches = MetricFamily(
        "cornerman_search_duration_seconds", "Time of a search from words to hits.", bounds: seconds, known: [[]])
    private let imports = MetricFamily(
        "cornerman_imports_total", "Imports that ended, by their result.", labels: ["result"],
        known: ImportResult.allCases.map { [$0.rawValue] })

    init() {}

    /// Counts a request and how long it took.
    /// - Parameters:
    ///   - route: the template of its address; nil where no route took it.
    ///   - method: as the request has it; what HTTP does not know is one label, as a caller could make up any number of them.
    public func countRequest(route: String?, method: String, status: Int, took: Duration) {
        let method = Self.methods.contains(method) ? method : "other"
        requests.observe(took / .seconds(1), [route ?? "none", method, "\(status / 100)xx"])
    }

    private static let methods: Set<String> = [
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT",
    ]

    func countBatch(_ answers: [EventInbox.Answer], events count: Int) {
        batches.observe(Double(count))
        var (recorded, repeated, refused) = (0, 0, 0)
        for answer in answers {
            guard case .success(let results) = answer else { continue }
            for result in results {
                switch result.outcome {
                case .recorded: recorded += 1
                case .repeated: repeated += 1
                case .refused: refused += 1
                }
            }
        }
        for (result, count) in [("recorded", recorded), ("repeated", repeated), ("refused", refused)] where count > 0 {
            events.add(count, [result])
        }
    }

    func countSearch(took: Duration) { searches.observe(took / .seconds(1)) }

    func countImport(_ result: ImportResult) { imports.add(1, [result.rawValue]) }

    var text: String { [requests, events, batches, searches, imports].map(\.text).joined() }
}
