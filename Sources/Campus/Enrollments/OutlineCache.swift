import Learning
import Persistence
import Store
import Synchronization

/// Versions that were read before. A version never changes, so that what is here is always right.
final class OutlineCache: Sendable {
    /// How many versions are kept; the least lately used goes first.
    private static let limit = 128

    private struct Entry {
        var outline: CourseOutline
        var texts: VersionTexts?
        var used: Int
    }

    private struct State {
        var entries: [Identifier<CourseVersion>: Entry] = [:]
        var uses = 0

        mutating func use(_ version: Identifier<CourseVersion>) -> Entry? {
            guard entries[version] != nil else { return nil }
            uses += 1
            entries[version]?.used = uses
            return entries[version]
        }

        mutating func keep(_ outline: CourseOutline) {
            if entries.count >= OutlineCache.limit,
                let oldest = entries.min(by: { $0.value.used < $1.value.used })?.key
            {
                entries[oldest] = nil
            }
            uses += 1
            entries[outline.version] = Entry(outline: outline, used: uses)
        }
    }

    private let state = Mutex(State())

    /// The outlines of these versions, as far as they are published.
    func outlines(
        _ versions: some Sequence<Identifier<CourseVersion>>, _ connection: any SQLConnection
    ) throws -> [Identifier<CourseVersion>: CourseOutline] {
        var found: [Identifier<CourseVersion>: CourseOutline] = [:]
        for version in Set(versions) { found[version] = try outline(version, connection) }
        return found
    }

    /// The outline of one version; nil when it is not published.
    func outline(_ version: Identifier<CourseVersion>, _ connection: any SQLConnection) throws -> CourseOutline? {
        if let known = state.withLock({ $0.use(version)?.outline }) { return known }
        guard let outline = try CourseOutlineStore.find(version, connection) else { return nil }
        state.withLock { $0.keep(outline) }
        return outline
    }

    /// The outline and the words of one version; nil when it is not published.
    func texts(
        _ version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> (CourseOutline, VersionTexts)? {
        guard let outline = try outline(version, connection) else { return nil }
        if let texts = state.withLock({ $0.use(version)?.texts }) { return (outline, texts) }
        guard let row = try CourseVersionStore.find(version, connection) else { return nil }
        let texts = VersionTexts(row, outline)
        state.withLock { $0.entries[version]?.texts = texts }
        return (outline, texts)
    }
}
