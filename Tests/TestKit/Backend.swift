import Foundation
import Persistence
import PersistenceSQLite

/// The databases that every suite of the store and above runs on.
public enum Backend: String, CaseIterable, Sendable {
    case sqliteMemory, sqliteFile

    /// An empty database of this kind; a file's folder is `folder`.
    public func open(in folder: URL) throws -> any SQLDatabase {
        switch self {
        case .sqliteMemory: try SQLiteDatabase.inMemory()
        case .sqliteFile: try SQLiteDatabase(path: folder.appendingPathComponent("cornerman.sqlite").path)
        }
    }
}
