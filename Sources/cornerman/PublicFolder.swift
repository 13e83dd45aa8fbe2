import Foundation
import Learning

/// The folder of the web app, without which nobody can use the links that are printed.
enum PublicFolder {
    /// What only our web app has.
    private static let mark = "schema/curriculum-1.xsd"

    /// - Parameter named: what the command line names; nil to look where it is usually: in the working folder, beside the
    ///   program, and in the folders above it.
    /// - Throws: ``Refusal`` of kind `unavailable` when there is no web app.
    static func find(_ named: String?) throws -> URL {
        if let named {
            let url = URL(fileURLWithPath: named)
            guard isOurs(url) else {
                throw Refusal(.unavailable, "no-web-app", "The web app is not in \(url.path), which --public names.")
            }
            return url
        }
        var places = [URL(fileURLWithPath: "Public")]
        var above = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
            .resolvingSymlinksInPath().deletingLastPathComponent()
        while above.path != "/" {
            places.append(above.appendingPathComponent("Public"))
            above.deleteLastPathComponent()
        }
        guard let found = places.first(where: isOurs) else {
            throw Refusal(
                .unavailable, "no-web-app",
                "The web app is neither in \(places[0].path) nor beside the program: name its folder (Public in the "
                    + "sources) with --public.")
        }
        return found
    }

    private static func isOurs(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(mark).path)
    }
}
