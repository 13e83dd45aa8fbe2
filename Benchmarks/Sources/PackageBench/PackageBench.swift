import CSAX
import CoursePackage
import Foundation
import Learning

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// One way to read a manifest of SCORM, in a process of its own so that its time and memory are its alone:
/// `PackageBench ours|sax|foundation imsmanifest.xml`. It prints how many items it saw, and what it holds of the model in bytes.
@main
struct PackageBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { throw Unexpected() }
        switch arguments[1] {
        case "ours": try ours(arguments[2])
        case "sax": try sax(arguments[2])
        case "foundation": try foundation(arguments[2])
        default: throw Unexpected()
        }
    }

    /// Import as it is: the course with everything that is kept of it, and the digest of the file.
    private static func ours(_ path: String) throws {
        malloc_trim(0)
        let before = resident
        let reading = PackageReader().read(path)
        guard let draft = reading.draft, !reading.findings.contains(where: { $0.severity == .fatal }) else {
            throw Unexpected()
        }
        let steps = draft.modules.reduce(0) { $0 + $1.steps.count }
        malloc_trim(0)
        print(steps, resident - before)
        withExtendedLifetime(reading) {}
    }

    private static func sax(_ path: String) throws { print(bench_count(path, "item"), 0) }

    private static func foundation(_ path: String) throws {
        guard let stream = InputStream(fileAtPath: path) else { throw Unexpected() }
        let counter = Counter()
        let parser = XMLParser(stream: stream)
        parser.delegate = counter
        guard parser.parse() else { throw Unexpected() }
        print(counter.items, 0)
    }

    private final class Counter: NSObject, XMLParserDelegate {
        var items = 0

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            if name == "item" { items += 1 }
        }
    }

    /// Bytes of memory that the process holds.
    private static var resident: Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return (pages.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0) * 4_096
    }

    struct Unexpected: Error {}
}
