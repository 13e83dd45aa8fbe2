import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// How long processors have worked, in seconds: for this program, and for a server with all processes that it has started.
public struct ProcessorTime: Sendable {
    public var program: Double
    public var server: Double

    /// - Parameter server: the process that the server's others were started by; nil without one.
    public init(server first: Int?) throws {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { throw BenchFailure("there is no such clock") }
        program = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        server = 0
        guard let first else { return }
        let tick = Double(sysconf(Int32(_SC_CLK_TCK)))
        for entry in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
            guard let process = Int(entry), let fields = Self.fields(of: process) else { continue }
            // What has ended is counted by who started it.
            let counted = process == first ? 11..<15 : fields[1] == "\(first)" ? 11..<13 : 0..<0
            server += fields[counted].reduce(0) { $0 + (Double($1) ?? 0) } / tick
        }
    }

    /// The process by which the server of a connection was started.
    public static func server(of connection: RawPostgres) throws -> Int {
        guard let process = Int(try connection.run("SELECT pg_backend_pid()")[0][0]),
            let fields = fields(of: process), let first = Int(fields[1])
        else { throw BenchFailure("the server is not on this machine") }
        return first
    }

    public static func - (late: ProcessorTime, early: ProcessorTime) -> ProcessorTime {
        var difference = late
        difference.program -= early.program
        difference.server -= early.server
        return difference
    }

    /// A process's fields of `/proc/…/stat` from its state on, which is the third; nil when it has ended.
    private static func fields(of process: Int) -> [Substring]? {
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = line.lastIndex(of: ")")
        else { return nil }
        return line[line.index(after: end)...].split(separator: " ")
    }
}
