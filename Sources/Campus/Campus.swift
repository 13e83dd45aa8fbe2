public import Foundation
public import Learning
public import Logging
public import Persistence
import Store

/// The verbs that both doors share. Clock, ids, randomness, database and blobs come in here; everything else is asked of it.
public struct Campus: Sendable {
    public let database: any SQLDatabase
    public let blobs: any BlobStore
    /// Where uploads wait until their import has ended.
    public let incoming: URL
    public let logger: Logger
    /// Where people reach the page; links that are handed out start with it. Without a slash at the end.
    public let publicURL: String
    /// The origin from which packages' files are served; launches start with it. Without a slash at the end.
    public let contentURL: String
    let passwords: PasswordHasher
    /// Where events wait for the next transaction.
    let inbox = EventInbox()
    let outlines = OutlineCache()
    let readiness = Readiness()
    private(set) var now: @Sendable () -> Instant
    let makeID: @Sendable () -> String
    /// Rung when an import waits for its turn.
    let importWake = Wake()
    /// What can be found on this node.
    let searchIndex: SearchIndex
    /// Searches that wait for their row.
    let searchLog = SearchLog()
    let hitTexts = HitTexts()

    /// - Parameters:
    ///   - passwords: hashes them; a cheaper one is for tests.
    ///   - now: the clock; the system's unless a test brings its own.
    ///   - makeID: makes UUIDs of version 7 as lower-case text.
    public init(
        database: any SQLDatabase, blobs: any BlobStore, incoming: URL, logger: Logger,
        publicURL: String = "http://127.0.0.1:8080", contentURL: String = "http://127.0.0.1:8081",
        passwords: PasswordHasher = PasswordHasher(),
        now: @escaping @Sendable () -> Instant = { .system },
        makeID: @escaping @Sendable () -> String = { UUIDv7.make() }
    ) {
        self.database = database
        self.blobs = blobs
        self.incoming = incoming
        self.logger = logger
        self.publicURL = publicURL
        self.contentURL = contentURL
        self.passwords = passwords
        self.now = now
        self.makeID = makeID
        searchIndex = SearchIndex(database: database)
    }

    /// The same campus with its clock standing still: what a starter organization did in the past is done at that time.
    func standing(at instant: Instant) -> Campus {
        var campus = self
        campus.now = { instant }
        return campus
    }

    func makeIdentifier<Subject>(_ subject: Subject.Type = Subject.self) -> Identifier<Subject> {
        Identifier(stored: makeID())
    }
}

extension Instant {
    /// The system's clock.
    public static var system: Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
