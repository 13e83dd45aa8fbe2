import Foundation
import Learning
import XML

/// Files that the manifest names, and whether they are there.
extension SCORMReader {
    /// A metadata file of its own.
    func location(_ written: String) {
        guard !written.isEmpty else { return }
        _ = look(written, base: isInResource ? resource.base : bases.manifest, at: nil)
    }

    /// What opens by `href`, and what stands behind it. Where the very file is not there, one that is as good is opened.
    func target(_ href: String, at place: XMLPosition) -> (SCORMResource.Target, String) {
        let reference = PackageReference(href, base: resource.base)
        if let remote = reference.remote {
            let lowered = remote.lowercased()
            guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") || lowered.hasPrefix("//") else {
                return (.nothing("Its address is neither a file of the package nor a page on the web.", path: nil), "")
            }
            tellOnce(
                "remote", at: place,
                "“\(remote.prefix(80))” is on another host: it is opened as a link, and the learner says when it is done.",
                hint: nil)
            return (.page(lowered.hasPrefix("//") ? "https:" + remote : remote), "")
        }
        if let path = look(reference, href, at: place, opening: true) {
            return (.file(path), path.hasSuffix(reference.suffix) ? "" : reference.suffix)
        }
        if let other = standIn(for: reference, href) { return (.file(other), reference.suffix) }
        guard let path = reference.path else {
            let why = reference.escape == nil ? "It names no file." : "Its file would lie outside the package."
            return (.nothing(why, path: nil), "")
        }
        if path.isEmpty || source.files.hasFolder(path) {
            return (.nothing("It names a folder, in which there is no page to open.", path: nil), "")
        }
        let shown = path.utf8.count > 200 ? String(path.prefix(200)) : path
        return (.nothing("Its file “" + shown + "” is missing from the package.", path: path), "")
    }

    /// Counts a file that is named, and says so when it is not there.
    func look(_ href: String, base: String, at place: XMLPosition?) -> String? {
        look(PackageReference(href, base: base), href, at: place, opening: false)
    }

    private func look(
        _ reference: PackageReference, _ href: String, at place: XMLPosition?, opening: Bool
    ) -> String? {
        if reference.candidates.isEmpty, let path = reference.path, source.files.has(path) {
            named.insert(path)
            return source.files.spelled(path)
        }
        for candidate in reference.candidates where source.files.has(candidate) {
            let path = source.files.spelled(candidate)
            named.insert(path)
            return path
        }
        if let escape = reference.escape {
            // Out of the folder in which the manifest stands is not always out of the archive.
            let outside = PackageReference.normalized(source.files.root + escape)
            missing.add(outside.map { "/" + $0 } ?? escape)
            if outside == nil {
                tell(
                    .warning, "ref-escape", at: place, path: "/manifest/resources/resource",
                    "href=\"\(href.prefix(80))\" leads out of the package and is never followed.",
                    hint: "Put the file into the package, and name it by its path from there.")
            }
            tellMissing(href, at: place, nil, opening)
            return nil
        }
        guard let path = reference.path else { return nil }
        if source.files.hasFolder(path) || (path.isEmpty && !source.files.root.isEmpty) {
            named.insert(path)
            return nil
        }
        missing.add(path)
        tellMissing(path.isEmpty ? "." : path, at: place, source.files.differingInCase(from: path), opening)
        return nil
    }

    private func tellMissing(
        _ path: String, at place: XMLPosition?, _ other: @autoclosure () -> String?, _ opening: Bool
    ) {
        tell(
            .warning, "missing-files", at: place, path: "/manifest/resources/resource",
            "The file “\(path.prefix(200))” is not in the package.",
            hint: other().map {
                "There is “\($0)”\(opening ? ", which is opened instead" : ""): upper and lower case must be the same."
            }
                ?? (source.files.container == .document
                    ? "Give the zip or the folder that holds all of the course, not imsmanifest.xml alone."
                    : "Put the file into the package, or take it out of the manifest."))
    }

    /// A file that is meant most probably: the case of letters, white space around the name, a base that lacks its `/` or
    /// should not have been there, or the page of a folder.
    private func standIn(for reference: PackageReference, _ href: String) -> String? {
        // The manifest alone is no course, and stands in for nothing.
        guard source.files.files.count > 1 else { return nil }
        var paths = reference.paths
        let trimmed = SCORMText.trimmed(href)
        var others = [PackageReference(trimmed, base: resource.base)]
        if !resource.base.isEmpty {
            others.append(PackageReference(trimmed, base: resource.base + "/"))
            others.append(PackageReference(trimmed, base: ""))
        }
        paths += others.flatMap(\.paths)
        for path in paths where source.files.has(path) { return source.files.spelled(path) }
        for path in paths { if let other = source.files.differingInCase(from: path) { return other } }
        for path in paths {
            for page in ["index.html", "index.htm", "default.html", "default.htm"] {
                let inside = path + "/" + page
                if source.files.has(inside) { return source.files.spelled(inside) }
                if let other = source.files.differingInCase(from: inside) { return other }
            }
        }
        return nil
    }
}
