public import Learning
import Store

extension Campus {
    /// The caller's inbox, newest first.
    public func notices(
        unreadOnly: Bool, page: Page<Identifier<Notice>>, _ access: Access
    ) async throws -> [Notice] {
        try await read(access) { connection, caller in
            try NoticeStore.list(of: caller.id, unreadOnly: unreadOnly, page: page, connection)
        }
    }

    /// Notes that the caller read a notice, or wants it unread again.
    /// - Throws: ``Refusal`` of kind `missing` for one that is not the caller's, `stale` when it was changed since.
    public func setRead(
        _ isRead: Bool, _ id: Identifier<Notice>, revision: Int, _ access: Access
    ) async throws -> Notice {
        let now = now()
        return try await write(access) { connection, caller in
            guard var notice = try NoticeStore.find(id, of: caller.id, connection) else {
                throw Refusal.missing("notice")
            }
            guard notice.revision == revision else { throw Refusal.stale }
            guard isRead != (notice.readAt != nil) else { return notice }
            notice.readAt = isRead ? now : nil
            try NoticeStore.setRead(id, at: notice.readAt, connection)
            return notice
        }
    }
}
