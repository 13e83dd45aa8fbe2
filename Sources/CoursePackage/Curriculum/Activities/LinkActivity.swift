import Foundation
import Learning

/// `<link>`: a page on the web.
enum LinkActivity: CurriculumActivity {
    static let kind = ActivityKind.link
    static let attributes: Set<String> = ["href", "moveOn"]
    static let children: Set<String> = ["text"]

    static func name(_ element: CurriculumElement) -> String {
        element["href"].flatMap { URL(string: CurriculumElement.line($0))?.host() } ?? "Link"
    }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        reader.moveOnWithoutScore(element, &step, path)
        step.text = reader.markdown("text", of: element, path)
        let address = CurriculumElement.line(element["href"] ?? "")
        let isWeb = ["http", "https"].contains(URL(string: address)?.scheme?.lowercased())
        if isWeb, URL(string: address)?.host()?.isEmpty == false, !address.contains(" ") {
            step.href = address
        } else {
            step.unavailable = "It has no address on the web."
            reader.warn(
                "bad-value", element, path,
                address.isEmpty
                    ? "The link has no href."
                    : "href=\"\(address.prefix(80))\" is no address on the web; the step cannot be opened.",
                hint: "Write an address that begins with https:// or http://, or use <file> for a file of the package.")
        }
    }
}
