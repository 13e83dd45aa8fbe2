import ArgumentParser
import Foundation
import Learning
import Persistence

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
        } catch let error as StoreError {
            FileHandle.standardError.write(
                Data("The data cannot be read or written: \(error.message).\(hint(for: error.kind))\n".utf8))
            throw code(of: error.kind)
        }
    }

    /// How to mend it, where that can be said.
    private static func hint(for kind: StoreError.Kind) -> String {
        switch kind {
        case .corrupt: " cornerman doctor says what to do."
        case .full: " Make room on the disk."
        case .contention, .newerSchema, .duplicate, .reference, .check, .mismatch, .unavailable, .other: ""
        }
    }

    private static func code(of kind: StoreError.Kind) -> ExitCode {
        switch kind {
        case .contention, .full: ExitCode(75)
        case .newerSchema, .corrupt, .duplicate, .reference, .check, .mismatch: ExitCode(65)
        case .unavailable, .other: ExitCode(69)
        }
    }

    private static func code(of kind: Refusal.Kind) -> ExitCode {
        switch kind {
        case .invalid, .tooLarge, .unsupported, .missing, .gone, .conflict, .unauthenticated, .forbidden,
            .preconditionRequired:
            ExitCode(65)
        case .stale, .throttled: ExitCode(75)
        case .unavailable: ExitCode(69)
        }
    }
}
