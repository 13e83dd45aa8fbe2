import Campus
import Foundation
import Synchronization

/// One line on standard error that tells how far an import is, rewritten in place.
final class ProgressBar: Sendable {
    private static let width = 30

    private let name: String
    private let isShown: Bool
    private let last = Mutex("")

    /// - Parameter isShown: whether anything is written at all.
    init(path: String, isShown: Bool) {
        name = path.split(separator: "/").last.map(String.init) ?? path
        self.isShown = isShown
    }

    /// Whether standard error is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    func show(_ progress: ImportProgress) {
        guard isShown else { return }
        write(Self.line(name, progress))
    }

    /// Takes the line away.
    func clear() {
        guard isShown else { return }
        write("")
    }

    /// The line for a terminal, without its end.
    static func line(_ name: String, _ progress: ImportProgress) -> String {
        switch progress {
        case .reading: return "\(name): reading …"
        case .writing: return "\(name): writing …"
        case .keeping(let done, let total):
            let share = total > 0 ? Double(done) / Double(total) : 1
            let filled = Int(share * Double(width))
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            return "\(name): \(bar) \(Int(share * 100)) %"
        }
    }

    private func write(_ line: String) {
        let isNew = last.withLock { last in
            defer { last = line }
            return last != line
        }
        if isNew { FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8)) }
    }
}
