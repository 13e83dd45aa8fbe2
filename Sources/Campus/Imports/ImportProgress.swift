/// How far an import is, for somebody who watches.
public enum ImportProgress: Hashable, Sendable {
    /// The package is being read and checked.
    case reading
    /// Its files are being kept: bytes so far, and of all.
    case keeping(done: Int, total: Int)
    /// Its course is being written.
    case writing
}
