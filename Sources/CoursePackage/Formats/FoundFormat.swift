import Learning
import XML

/// The format of a package, and where its manifest stands.
struct FoundFormat {
    var format: any PackageFormat
    /// The files, seen from the manifest's folder.
    var files: PackageFiles
    var manifest: String
    /// What stands beside the folder in which the package was found, and is no part of it.
    var leftOut: [String] = []

    /// Looks at the root first, then further down, where there is one package alone; a lone document is told by its root
    /// element.
    ///
    /// - Throws: `Unreadable` when there is no manifest, or none that is known, or several packages.
    static func find(in files: PackageFiles, limits: XMLLimits) throws -> FoundFormat {
        if files.container == .document { return try FoundFormat(document: files, limits: limits) }
        if let here = FoundFormat(root: files) { return here }
        let tops = Set(files.files.map { $0.path.prefix { $0 != "/" } })
        if tops.count == 1, let top = tops.first, files.files.allSatisfy({ $0.path.count > top.count }),
            let below = FoundFormat(root: files.rooted(at: String(top)))
        {
            return below
        }
        if let below = try FoundFormat.below(files) { return below }
        if let known = UnreadFormat.telltale(in: files) {
            throw Unreadable(finding: UnreadFormat.unsupported(known.name, entry: nil, hint: known.hint))
        }
        throw Unreadable(finding: noManifest(in: files))
    }

    init?(root files: PackageFiles) {
        for format in PackageFormats.all {
            guard let manifest = format.manifest else { continue }
            if let path = files.has(manifest) ? manifest : files.differingInCase(from: manifest) {
                self.init(format: format, files: files, manifest: path)
                return
            }
        }
        return nil
    }

    private init(document files: PackageFiles, limits: XMLLimits) throws {
        let path = files.files[0].path
        let probe = RootProbe()
        let source = PackageSource(files: files, manifest: path, xmlLimits: limits)
        guard let root = try probe.root(of: path, in: source) else {
            throw Unreadable(finding: Finding(.fatal, "bad-xml", entry: path, message: "There is no element in it."))
        }
        let format = PackageFormats.all.first { $0.recognizes(root: root) } ?? UnreadFormat.unknown(root)
        var files = files
        files.documentPath = format.manifest
        self.init(format: format, files: files, manifest: path)
    }

    private init(format: any PackageFormat, files: PackageFiles, manifest: String) {
        self.format = format
        self.files = files
        self.manifest = manifest
    }

    /// What there is to say before the manifest is opened.
    func tell(_ log: inout FindingLog) {
        if !files.root.isEmpty, !format.hasTopFolder {
            let rest =
                leftOut.isEmpty
                ? "" : " What stands beside it is left out: \(Self.list(leftOut))."
            log.add(
                Finding(
                    .warning, "top-folder", entry: files.root + manifest,
                    message:
                        "The package lies below the folder “\(files.root.dropLast())”; it is read from there.\(rest)",
                    hint: "Pack the folder's content, so that \(manifest) stands at the root."))
        }
        for name in files.duplicates {
            log.add(
                Finding(
                    .warning, "dup-entry", entry: name,
                    message: "Several entries are named “\(name)”; the last one counts.",
                    hint: "Pack it again with one file of that name."))
        }
        if files.leftovers > 0 {
            log.add(
                Finding(
                    .note, "leftovers", message: "Files that an operating system left in it are passed over.",
                    count: files.leftovers))
        }
        if let first = files.legacyNames.first {
            log.add(
                Finding(
                    .note, "legacy-names", entry: first,
                    message: "Names in it do not say their encoding and are not UTF-8; they are read as code page 437.",
                    hint: "Pack it with a program that writes names in UTF-8 if a name looks wrong.",
                    count: files.legacyNames.count))
        }
    }
}
