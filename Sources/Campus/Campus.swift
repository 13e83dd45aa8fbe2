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
    /// What this node calls itself where nodes share work; new at each start.
    let node: String
    /// Rung when an import waits for its turn.
    let importWake = Wake()
    /// What can be found on this node.
    private(set) var searchIndex: SearchIndex
    /// Whether search also goes by what is meant.
    public private(set) var meaning = SearchMeaning.none
    /// Searches that wait for their row.
    let searchLog = SearchLog()
    let hitTexts = HitTexts()
    /// Readings of one calendar, and guesses at their addresses from one place.
    let calendarReads = Turnstile(free: 20, secondsEach: 3)
    let calendarGuesses = Turnstile(free: 60, secondsEach: 1)
    /// What this process counts.
    public let metrics = Metrics()
    let startedAt: Instant

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
        startedAt = now()
        self.makeID = makeID
        node = makeID()
        searchIndex = SearchIndex(database: database, logger: logger)
    }

    /// The same campus with its clock standing still: what a starter organization did in the past is done at that time.
    func standing(at instant: Instant) -> Campus {
        var campus = self
        campus.now = { instant }
        return campus
    }

    /// The day in UTC, by which it is told whether an answer is to be looked at again.
    public var today: CivilDate { CivilDate(now(), in: "UTC") }

    /// The same campus, whose search also goes by what is meant, and keeps its index in a file from one start to the next.
    public func searching(by meaning: SearchMeaning, keptIn file: SearchFile? = nil) -> Campus {
        var campus = self
        campus.meaning = meaning
        campus.searchIndex = SearchIndex(database: database, meaning: meaning, file: file, logger: logger)
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
