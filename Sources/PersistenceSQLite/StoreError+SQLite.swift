import GRDB
import Persistence

extension StoreError {
    /// Says in the product's words what SQLite refused (https://www.sqlite.org/rescode.html).
    init(translating error: any Error) {
        guard let error = error as? DatabaseError else {
            self = error as? StoreError ?? StoreError(.other, "\(error)")
            return
        }
        let message = error.message ?? "SQLite refused without a word"
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self.init(.duplicate, message)
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            self.init(.reference, message)
        default:
            self.init(Self.kind(of: error.resultCode), message)
        }
    }

    private static func kind(of code: ResultCode) -> Kind {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .contention
        case .SQLITE_CONSTRAINT: .check
        case .SQLITE_FULL: .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_PERM: .unavailable
        default: .other
        }
    }
}
