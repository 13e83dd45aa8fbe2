/// A bound that the product keeps, for `GET /v1/limits` and for the refusal that names it.
public struct Limit: Hashable, Sendable {
    /// Stable, lower case with underscores.
    public var name: String
    public var value: Int
    /// `bytes`, `characters`, `items`, `seconds` …
    public var unit: String
    public var meaning: String

    public init(_ name: String, _ value: Int, _ unit: String, _ meaning: String) {
        self.name = name
        self.value = value
        self.unit = unit
        self.meaning = meaning
    }
}

/// Every bound of the API, in one place.
public enum Limits {
    public static let requestBody = Limit("request_body", 1_048_576, "bytes", "JSON body of a request")
    public static let upload = Limit("upload", 1_073_741_824, "bytes", "a package that is uploaded")
    public static let packageFiles = Limit("package_files", 10_000, "items", "files and folders in a package")
    public static let packageFile = Limit("package_file", 1_073_741_824, "bytes", "one file of a package, unpacked")
    public static let packageSize = Limit("package_size", 2_147_483_648, "bytes", "all files of a package, unpacked")
    public static let manifest = Limit(
        "manifest", 67_108_864, "bytes", "curriculum.xml, unpacked")
    public static let manifestParts = Limit(
        "manifest_parts", 250_000, "items", "elements and attributes of a curriculum.xml together")
    public static let contentManifest = Limit(
        "content_manifest", 268_435_456, "bytes", "imsmanifest.xml, unpacked")
    public static let contentManifestParts = Limit(
        "content_manifest_parts", 16_000_000, "items", "elements and attributes of an imsmanifest.xml together")
    public static let outline = Limit("outline", 1_000_000, "items", "items of an imsmanifest.xml, and its resources")
    public static let tableCells = Limit("table_cells", 50_000, "items", "cells of all tables of one Markdown text")
    public static let launch = Limit("launch", 28_800, "seconds", "the life of an address that opens a package's file")
    public static let pageSize = Limit("page_size", 100, "items", "rows of one page of a list")
    public static let eventBatch = Limit("event_batch", 100, "items", "events in one request")
    public static let name = Limit("name", 200, "characters", "a name or title")
    public static let note = Limit("note", 10_000, "characters", "evidence, notes and other words of a learner")
    public static let password = Limit("password", 1000, "characters", "a password; at least 10")
    public static let roster = Limit("roster", 16_777_216, "bytes", "a CSV file of people")
    public static let rosterRows = Limit("roster_rows", 10_000, "items", "rows of one roster")
    public static let heldImport = Limit(
        "held_import", 86_400, "seconds", "the time for which a new version that was looked at waits to be published")
    public static let changeEntries = Limit(
        "change_entries", 2000, "items", "entries of one list when two versions are compared; the counts are complete")
    public static let tokenDays = Limit("token_days", 366, "days", "the life of a personal token")

    public static let all =
        [
            requestBody, upload, packageFiles, packageFile, packageSize, manifest, manifestParts, contentManifest,
            contentManifestParts, outline, tableCells, launch, pageSize, eventBatch, name, note, password, roster,
            rosterRows, heldImport, changeEntries, tokenDays,
        ] + progress + answers + initiatives
}
