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

    /// The code that is shown on one day for one occurrence. Who hosts the same occurrence for other people on another day
    /// shows another one.
    /// - Parameters:
    ///   - occurrence: 1-based.
    ///   - day: in UTC.
    static func make(
        course: Identifier<Course>, activity: String, occurrence: Int, day: CivilDate, _ connection: any SQLConnection
    ) throws -> String {
        guard let secret = try SettingStore.value(setting, connection) else {
            throw StoreError(.other, "the installation has no secret for attendance codes")
        }
        let message = Data("\(course.text)|\(activity)|\(occurrence)|\(day)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Data(secret.utf8)))
        let number = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The days whose codes are taken: a code holds on its day and on the next, so that a meeting may end after midnight,
    /// wherever that is. What was done offline is judged by when it was done, for some time.
    static func days(occurredAt: Instant, now: Instant) -> [CivilDate] {
        let isRecent = occurredAt >= now.advanced(bySeconds: -offline)
        let last = (isRecent ? [now, occurredAt] : [now]).map { CivilDate($0, in: "UTC") }
        return Set(last.flatMap { [$0, $0.advanced(days: -1)] }).sorted(by: >)
    }

    /// For how many seconds a code can be sent after its day.
    private static let offline: Int64 = 14 * 86_400
}
