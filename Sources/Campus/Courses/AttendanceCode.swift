import Crypto
import Foundation
import Learning
import Persistence
import Store

/// The six digits that a host reads out, so that who was there can say so themselves.
enum AttendanceCode {
    private static let setting = "attendance-secret"

    /// Makes the installation's secret unless it has one.
    static func prepare(_ connection: any SQLConnection) throws {
        try SettingStore.ensure(setting, value: Secret.make(prefix: "att"), connection)
    }

    /// The code of one date, always the same.
    /// - Parameter occurrence: 1-based.
    static func make(
        course: Identifier<Course>, activity: String, occurrence: Int, _ connection: any SQLConnection
    ) throws -> String {
        guard let secret = try SettingStore.value(setting, connection) else {
            throw StoreError(.other, "the installation has no secret for attendance codes")
        }
        let message = Data("\(course.text)|\(activity)|\(occurrence)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Data(secret.utf8)))
        let number = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension Campus {
    /// The code that proves who was at a kickoff or meeting, for use inside a transaction.
    /// - Parameter occurrence: 1-based.
    static func attendanceCode(
        course: Identifier<Course>, activity: String, occurrence: Int, _ connection: any SQLConnection
    ) throws -> String {
        try AttendanceCode.make(course: course, activity: activity, occurrence: occurrence, connection)
    }
}
