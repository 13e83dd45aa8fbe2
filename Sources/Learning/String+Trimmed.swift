import Foundation

extension StringProtocol {
    /// Without white space and line ends at both ends.
    public var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
