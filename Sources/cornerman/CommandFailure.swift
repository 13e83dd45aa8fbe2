import ArgumentParser
import Foundation
import Learning

/// How a command ends when it cannot do what it was asked: a sentence on standard error and an exit code of sysexits.h.
enum CommandFailure {
    /// Runs `body`; a refusal becomes its sentence and its code.
    static func catching(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let refusal as Refusal {
            var text = refusal.message
            for detail in refusal.details where refusal.details.count > 1 {
                text += "\n  \(detail.pointer): \(detail.message)"
            }
            FileHandle.standardError.write(Data("\(text)\n".utf8))
            throw code(of: refusal.kind)
        }
    }

    private static func code(of kind: Refusal.Kind) -> ExitCode {
        switch kind {
        case .invalid, .tooLarge: ExitCode(65)
        case .missing, .gone: ExitCode(66)
        case .unauthenticated, .forbidden: ExitCode(77)
        case .conflict, .stale, .preconditionRequired, .throttled: ExitCode(75)
        case .unavailable: ExitCode(69)
        }
    }
}
