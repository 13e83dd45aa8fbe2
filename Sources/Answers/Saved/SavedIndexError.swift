/// Why a saved index cannot be used. It is made anew from what it was made of.
public enum SavedIndexError: Error, Equatable, CustomStringConvertible {
    /// It ends too early.
    case cut
    /// Its parts do not fit together.
    /// - Parameter what: a clause without a full stop.
    case contradictory(_ what: String)

    public var description: String {
        switch self {
        case .cut: "it ends too early"
        case .contradictory(let what): what
        }
    }

    /// Throws unless `isTrue`.
    static func require(_ isTrue: Bool, _ otherwise: @autoclosure () -> String) throws(SavedIndexError) {
        guard isTrue else { throw .contradictory(otherwise()) }
    }
}
