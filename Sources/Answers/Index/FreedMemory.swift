import Foundation

/// Memory that was freed and is still the process's.
///
/// Building and merging need far more for a moment than the index needs afterwards. glibc keeps what was freed for what will be asked
/// for next, which after the last merge is nothing; other allocators are left to do as they do.
enum FreedMemory {
    /// From how many entries on that were built or merged it is worth the milliseconds that it takes.
    static let manyEntries = 10_000

    private static let trim = dlsym(nil, "malloc_trim").map {
        unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self)
    }

    /// Gives it back to the system.
    static func release() { _ = trim?(0) }
}
