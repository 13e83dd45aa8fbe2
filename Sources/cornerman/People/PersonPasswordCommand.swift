import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman person password`
struct PersonPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Set a person's password; their sessions end.",
        discussion: """
            The password is read from standard input, one line, and not shown on a terminal. A link that the person uses \
            themselves is better: cornerman person invite --reset.
            """)

    @Argument(help: "The person.")
    var person: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            let id = try await campus.person(named: person, .operator)
            guard let password = HiddenLine.read(prompt: "Password: ") else {
                throw ValidationError("There is no password on standard input.")
            }
            try await campus.setPassword(password, current: nil, of: id, .operator)
            FileHandle.standardError.write(Data("The password is set.\n".utf8))
        }
    }
}

/// A line of standard input that a terminal does not show.
enum HiddenLine {
    /// - Returns: the line without its end; nil when there is none.
    static func read(prompt: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() }
        FileHandle.standardError.write(Data(prompt.utf8))
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return readLine() }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return readLine()
    }
}
