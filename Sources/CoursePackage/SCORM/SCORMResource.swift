import Learning
import XML

/// What `xml:base` says, from the outside in.
struct SCORMBases {
    var manifest = ""
    var resources = ""
    var resource = ""

    /// All of them, joined as they are written: each ends in `/` where it means a folder.
    var joined: String {
        if resource.isEmpty, resources.isEmpty { return manifest }
        var base = resource
        if !PackageReference.isAbsolute(base) { base = resources + base }
        if !PackageReference.isAbsolute(base) { base = manifest + base }
        return base
    }
}

/// A resource while it is read, and as it is kept where its items are not known yet.
struct SCORMResource {
    /// What there is to open.
    enum Target {
        case file(String)
        /// On another host.
        case page(String)
        /// Nothing: why, and the path where there is one.
        case nothing(String, path: String?)
    }

    var identifier = ""
    var place = XMLPosition(line: 1, column: 1)
    var role = ContentLaunch.Role.asset
    /// Whether it says which of the two it is.
    var saysRole = false
    /// What stands in the place of that, where something does.
    var strangeRole = ""
    /// What it names to be opened, as it is written.
    var href = ""
    var target: Target?
    var suffix = ""
    /// What its first file would open, for a resource that names none to open.
    var firstPage: (target: Target, suffix: String)?
    /// Whether there is anything in it or behind it.
    var hasContent = false
    var dependencies: [String] = []
    /// Of `xml:base`, joined.
    var base = ""
}
