public import Persistence

/// The schema, step by step. Numbered, append-only; a step that was released is never edited.
public enum Migrations {
    public static let all: [Migration] = [
        people, courses, progress, answers, feedback, launches, waiting, pulses, wrongCodes, launchTokens, voices,
        tourLinks, holds, initiatives, calendarFeeds, stories, moves, withheldFiles, audit, stuckVoices, planChanges,
        leases, learnedPhrasings, asking, verification, searchVersions,
        proposalAnswers, answerRevisions, mergedAnswers, answerKeys, questionFollowers,
        settledSearches,
    ]
}
