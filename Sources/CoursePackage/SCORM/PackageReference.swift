import Foundation

/// An address in a manifest, taken apart: which file of the package it means, and what stands behind that file.
struct PackageReference {
    /// Paths that it may mean beside ``path``, the most literal first; empty when there is no doubt.
    var candidates: [String] = []
    /// The path that is told when none of them is there. Nil when it leads out of the package, or names no file.
    var path: String?
    /// The way out of the package that it takes.
    var escape: String?
    /// Query and fragment, with their `?` and `#`.
    var suffix = ""
    /// The address when it has a scheme or a host of its own.
    var remote: String?

    /// - Parameter base: What stands before it by `xml:base`, already joined.
    init(_ href: String, base: String) {
        let written = Self.isAbsolute(href) ? href : base + href
        if Self.isPlain(written) {
            path = written
            return
        }
        let slashed = written.replacing("\\", with: "/")
        if slashed.hasPrefix("//") || Self.isAbsolute(slashed) {
            remote = slashed
            return
        }
        let bare = slashed.prefix { $0 != "?" && $0 != "#" }
        suffix = String(slashed[bare.endIndex...])
        guard !bare.isEmpty else { return }
        let decoded = Self.decoded(String(bare))
        // A literal “%20” or “#” in a name wins over what it stands for in an address.
        for candidate in [String(bare), decoded, slashed] {
            if let path = Self.normalized(candidate), !path.isEmpty, !candidates.contains(path) {
                candidates.append(path)
            }
        }
        path = Self.normalized(decoded)
        if path == nil { escape = Self.folded(decoded) }
    }

    /// All paths that it may mean.
    var paths: [String] { candidates.isEmpty ? path.map { [$0] } ?? [] : candidates }

    /// Whether nothing in it needs a second look: it is a path as a package has it.
    private static func isPlain(_ text: String) -> Bool {
        var before = UInt8(ascii: "/")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"),
                0...0x1F:
                return false
            case UInt8(ascii: "/"), UInt8(ascii: "."):
                if before == UInt8(ascii: "/") { return false }
            default: break
            }
            before = byte
        }
        return before != UInt8(ascii: "/")
    }

    /// Whether it begins with a scheme; `C:` is one as well, which no package can mean otherwise.
    static func isAbsolute(_ text: String) -> Bool {
        var isFirst = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: ":"): return !isFirst
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                if isFirst { return false }
            default: return false
            }
            isFirst = false
        }
        return false
    }

    /// The path without empty parts, `.` and `..`; nil when it leads out of the package.
    static func normalized(_ path: String) -> String? {
        let folded = folded(path)
        return folded == ".." || folded.hasPrefix("../") ? nil : folded
    }

    /// The same, with the `..` that lead out left before it.
    static func folded(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// What `%…` stands for: UTF-8, else Latin-1, as old exporters write.
    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        if let decoded = text.removingPercentEncoding { return decoded }
        var scalars = String.UnicodeScalarView()
        var rest = text[...]
        while let first = rest.first {
            if first == "%", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16), rest.count >= 3 {
                scalars.append(Unicode.Scalar(byte))
                rest = rest.dropFirst(3)
            } else {
                scalars.append(contentsOf: String(first).unicodeScalars)
                rest = rest.dropFirst()
            }
        }
        return String(scalars)
    }

    /// A suffix with the parameters of an item behind it (SCORM 2004 CAM §3.4.1.12, SCORM 1.2 CAM §2.3.5): they go into the
    /// query, before a fragment; those that are a fragment themselves are dropped when there is one.
    static func suffix(_ suffix: String, with parameters: String?) -> String? {
        var query = String(suffix.prefix { $0 != "#" })
        var fragment = String(suffix.dropFirst(query.count))
        let added = (parameters ?? "").trimmingCharacters(in: .whitespacesAndNewlines).drop { $0 == "?" || $0 == "&" }
        if added.hasPrefix("#") {
            if fragment.isEmpty { fragment = String(added) }
        } else if !added.isEmpty {
            let addedQuery = added.prefix { $0 != "#" }
            query += (query.isEmpty ? "?" : query == "?" ? "" : "&") + addedQuery
            if fragment.isEmpty { fragment = String(added[addedQuery.endIndex...]) }
        }
        let whole = (query == "?" ? "" : query) + (fragment == "#" ? "" : fragment)
        return whole.isEmpty ? nil : encoded(whole)
    }

    /// With everything that may not stand in an address as `%…` (RFC 3986 §2); what is encoded already stays.
    private static func encoded(_ text: String) -> String {
        let allowed = CharacterSet(
            charactersIn:
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}
