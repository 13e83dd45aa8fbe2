package import Learning
package import Persistence
package import Store

/// The way of a draft into the courses: staged in slices that keep nobody waiting, then published in one small transaction.
extension Campus {
    /// Stages and publishes a version whose blobs are there.
    /// - Parameters:
    ///   - digest: SHA-256 of the package's content, in hexadecimal.
    ///   - files: every file of the draft with its blob.
    ///   - hold: what keeps every sweep away from the blobs.
    ///   - since: the version that must still be the current one; nil for whichever is.
    ///   - person: who asked for it, by whom the rights were checked; nil for the operator.
    ///   - finish: called in the publishing transaction, with what it came to.
    package func publish(
        _ draft: CourseDraft, format: String, digest: String, files: [StoredFile],
        hold: (any BlobHold)? = nil, since: Identifier<CourseVersion>? = nil, by person: Identifier<Person>?,
        finish: @escaping @Sendable (any SQLConnection, Publication) throws -> Void = { _, _ in }
    ) async throws -> Publication {
        let version = StagedVersion(
            id: makeIdentifier(), draft: draft, format: format, digest: digest, files: files, importedBy: person,
            createdAt: now())
        try await stage(version)
        try await check(hold)
        do {
            let publication = try await publish(version, since: since, finish: finish)
            if publication.result == .unchanged { try await removeStaged(version.id) }
            return publication
        } catch let error as CourseMovedOn {
            try await removeStaged(version.id)
            throw error
        }
    }

    /// Writes a version that nobody sees yet, a transaction a slice.
    func stage(_ version: StagedVersion) async throws {
        try await write(.operator) { connection, _ in try CourseVersionStore.stage(version, connection) }
        for slice in try VersionRows.slices(of: version) {
            try await write(.operator) { connection, _ in try slice.insert(connection) }
        }
    }

    /// The one transaction that makes a staged version visible.
    func publish(
        _ staged: StagedVersion, since: Identifier<CourseVersion>? = nil,
        finish: @escaping @Sendable (any SQLConnection, Publication) throws -> Void = { _, _ in }
    ) async throws -> Publication {
        let now = now()
        let draft = staged.draft
        let candidate = Course(
            id: makeIdentifier(), key: draft.key, title: draft.title, language: draft.language,
            ownerID: staged.importedBy, versionID: staged.id, createdAt: now)
        return try await write(.operator) { [makeID] connection, _ in
            let isNew = try CourseStore.insert(candidate, connection)
            guard let course = try CourseStore.lock(key: draft.key, connection) else {
                throw StoreError(.contention, "the course went away while a version of it was published")
            }
            if let same = try CourseVersionStore.find(digest: staged.digest, of: course.id, connection) {
                let publication = Publication(result: .unchanged, course: course.id, version: same)
                try finish(connection, publication)
                return publication
            }
            if let since, course.versionID != since { throw CourseMovedOn() }
            guard try CourseVersionStore.publish(staged.id, as: course.id, now: now, connection),
                let version = try CourseVersionStore.find(staged.id, connection)
            else {
                throw Refusal(
                    .unavailable, "import-interrupted", "The import was cleared away before it ended: import again.")
            }
            if !isNew {
                try CourseStore.setCurrent(
                    version.id, title: version.title, language: version.language, of: course.id, connection)
            }
            let answers = try CourseAnswerStore.publish(
                version, by: staged.importedBy, now: now, makeID: makeID, connection)
            try AuditStore.append(
                [
                    AuditEntry(
                        at: now, actor: staged.importedBy.map { .person($0) } ?? .operator, .versionPublished,
                        subject: "\(course.id)",
                        changes: [
                            AuditChange(
                                "version_id", before: isNew ? nil : "\(course.versionID)", after: "\(version.id)"),
                            AuditChange("label", after: version.label), AuditChange("title", after: version.title),
                        ])
                ], connection)
            try ChangeStore.append(.version, subject: version.id.text, connection)
            let publication = Publication(
                result: .created, course: course.id, version: version.id, keptAnswers: answers.keptEdits,
                unknownOwners: answers.unknownOwners)
            try finish(connection, publication)
            return publication
        }
    }

    /// Takes a staged version away again, a transaction a slice.
    func removeStaged(_ version: Identifier<CourseVersion>) async throws {
        var isGone = false
        while !isGone {
            isGone = try await write(.operator) { connection, _ in
                try CourseVersionStore.removeStaged(version, limit: VersionRows.limit, connection)
            }
        }
    }
}
