import Learning

/// Packages that do not begin at the root: as people zip a folder with what stands beside it, or a vendor zips what was
/// ordered with a letter.
extension FoundFormat {
    /// The one package further down; nil when there is none.
    ///
    /// - Throws: `Unreadable` when there are several.
    static func below(_ files: PackageFiles) throws -> FoundFormat? {
        let places = places(in: files)
        guard let first = places.first else { return nil }
        guard places.count == 1 else {
            throw Unreadable(
                finding: Finding(
                    .fatal, "no-manifest", entry: first.manifest,
                    message:
                        "There is no manifest at its root, but \(places.count) packages are in it: \(list(places.map(\.manifest))).",
                    hint: "Give each of them alone: the folder “\(first.folder)”, for one, or a zip of what is in it."))
        }
        guard var found = FoundFormat(root: files.rooted(at: first.folder)) else { return nil }
        found.leftOut = files.files.map(\.path).filter { !$0.hasPrefix(first.folder + "/") }
        return found
    }

    /// Why there is nothing to read: where an archive in it is the course, which one.
    static func noManifest(in files: PackageFiles) -> Finding {
        let endings = [".zip", ".pif", ".imscc", ".mbz"]
        let inner = files.files.map(\.path).filter { path in endings.contains { path.lowercased().hasSuffix($0) } }
        guard let first = inner.first else {
            return Finding(
                .fatal, "no-manifest",
                message: "There is no curriculum.xml at its root, nor the manifest of any other format.",
                hint:
                    "Put curriculum.xml at the root, beside the files that it names; a SCORM package has its imsmanifest.xml there."
            )
        }
        return Finding(
            .fatal, "no-manifest", entry: first,
            message: inner.count == 1
                ? "There is no manifest in it, but another archive: “\(first)”."
                : "There is no manifest in it, but \(inner.count) other archives: \(list(inner)).",
            hint: inner.count == 1
                ? "Unpack this one, and give “\(first)” alone."
                : "Unpack this one, and give the archive that is the course alone; each, where several are.")
    }

    /// The first few of some paths.
    static func list(_ paths: [String]) -> String {
        let shown = paths.prefix(5).map { "“\($0.prefix(120))”" }.joined(separator: ", ")
        return paths.count > 5 ? "\(shown) and \(paths.count - 5) more" : shown
    }

    /// Where a manifest stands, by folder; what is below such a folder belongs to it.
    private static func places(in files: PackageFiles) -> [(folder: String, manifest: String)] {
        // A format that is told by a name as common as `course.xml` is looked for at the top alone.
        let names = Set(PackageFormats.all.filter { !$0.hasTopFolder }.compactMap { $0.manifest?.lowercased() })
        var manifests: [Substring: String] = [:]
        for file in files.files {
            guard let slash = file.path.lastIndex(of: "/") else { continue }
            guard names.contains(file.path[slash...].dropFirst().lowercased()) else { continue }
            manifests[file.path[..<slash], default: file.path] = file.path
        }
        return manifests.keys.sorted().filter { folder in
            var above = folder
            while let slash = above.lastIndex(of: "/") {
                above = above[..<slash]
                if manifests[above] != nil { return false }
            }
            return true
        }.map { (String($0), manifests[$0] ?? "") }
    }
}
