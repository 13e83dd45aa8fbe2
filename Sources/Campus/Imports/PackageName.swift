/// What an uploaded package is called on disk.
enum PackageName {
    /// The last part of a name without what a file system or a terminal could take amiss; at most 100 bytes.
    static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        var safe = ""
        for scalar in last.unicodeScalars where scalar.properties.generalCategory != .control {
            guard safe.utf8.count + UTF8.width(scalar) <= 100 else { break }
            safe.unicodeScalars.append(scalar)
        }
        let bare = String(safe.drop { $0 == "." })
        return bare.isEmpty ? "package" : bare
    }
}
