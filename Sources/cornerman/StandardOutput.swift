#if canImport(Darwin)
    @preconcurrency import Darwin
#else
    @preconcurrency import Glibc
#endif

/// What commands print.
enum StandardOutput {
    /// Has every line shown when it is printed. Into a pipe or a file, C's library would keep lines back until there are some
    /// thousand characters: a log of `serve` would not tell the set-up link. To be called before anything is printed.
    static func showLinesAtOnce() {
        setvbuf(stdout, nil, _IOLBF, 0)
    }
}
