/// Which addresses a text may link to.
public struct MarkdownLinks: Sendable {
    private let document: String?

    /// http, https and mailto.
    public static let web = MarkdownLinks(document: nil)

    /// These, and files of the package that the text came in.
    ///
    /// - Parameter document: The path, from the package's root, of the document that relative addresses in it start
    ///   from. An address is written from the root, whatever it starts from.
    public static func package(from document: String) -> MarkdownLinks { MarkdownLinks(document: document) }

    /// What becomes of an address.
    enum Fate: Equatable {
        case web(String)
        /// A path from the package's root, percent-encoded as it was.
        case file(String)
        case dropped
    }

    func fate(of address: String) -> Fate {
        let trimmed = address.drop { $0.isWhitespace }
        // Browsers pass over controls and white space within a scheme, so that no address with one is trusted.
        guard !trimmed.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }) else {
            return .dropped
        }
        if let colon = trimmed.firstIndex(of: ":"), !trimmed[..<colon].contains(where: { "/?#".contains($0) }) {
            switch trimmed[..<colon].lowercased() {
            case "http", "https": return trimmed[colon...].hasPrefix("://") ? .web(String(trimmed)) : .dropped
            case "mailto": return .web(String(trimmed))
            default: return .dropped
            }
        }
        guard let document, !trimmed.isEmpty, !trimmed.hasPrefix("//"), !trimmed.hasPrefix("#") else { return .dropped }
        return file(String(trimmed), from: document)
    }

    private func file(_ address: String, from document: String) -> Fate {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        var parts = path.hasPrefix("/") ? [] : document.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part.replacing("%2E", with: ".").replacing("%2e", with: ".") {
            case ".": continue
            case "..":
                if parts.popLast() == nil { return .dropped }
            default: parts.append(String(part))
            }
        }
        return parts.isEmpty ? .dropped : .file(parts.joined(separator: "/") + address[path.endIndex...])
    }
}
