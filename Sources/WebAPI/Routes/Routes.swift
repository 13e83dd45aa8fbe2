import HTTPTypes

/// The URL table: every address of the API, in the order in which a reader meets them.
enum Routes {
    static let all: [Route] =
        service + people + courses + initiatives + progress + answers + feedback

    /// How the program is, and what it promises.
    static let service: [Route] = [
        Route(.get, "/healthz", About.health),
        Route(.get, "/readyz", About.ready),
        Route(.get, "/openapi.json", About.document),
        Route(.get, "/metrics", MetricsText.show),
        Route(.get, "/v1/limits", About.limits),
        Route(.get, "/v1/audit", Audit.list),
    ]

    /// Who is here, how they sign in, and whom they see.
    static let people: [Route] = [
        Route(.post, "/v1/sessions", Sessions.create),
        Route(.get, "/v1/sessions/current", Sessions.show),
        Route(.delete, "/v1/sessions/current", Sessions.delete),
        Route(.get, "/v1/people", People.list),
        Route(.post, "/v1/people", People.create),
        Route(.get, "/v1/people/{id}", People.show),
        Route(.patch, "/v1/people/{id}", People.update),
        Route(.get, "/v1/people/{id}/managers", ManagerPeriods.list),
        Route(.put, "/v1/people/{id}/password", People.setPassword),
        Route(.get, "/v1/roster", Rosters.show),
        Route(.post, "/v1/roster", Rosters.create),
        Route(.get, "/v1/roster/links", RosterLinks.show),
        Route(.post, "/v1/roster/links", RosterLinks.create),
        Route(.get, "/v1/teams", Teams.list),
        Route(.get, "/v1/teams/{id}/people", Teams.people),
        Route(.get, "/v1/tokens", Tokens.list),
        Route(.post, "/v1/tokens", Tokens.create),
        Route(.delete, "/v1/tokens/{id}", Tokens.delete),
        Route(.post, "/v1/invitations", Invitations.create),
        Route(.put, "/v1/invitations/redemption", Invitations.redeem),
    ]

    /// What is taught, how it came here, and how its files are opened.
    static let courses: [Route] = [
        Route(.post, "/v1/imports", Imports.create),
        Route(.get, "/v1/imports", Imports.list),
        Route(.get, "/v1/imports/{id}", Imports.show),
        Route(.get, "/v1/imports/{id}/changes", Imports.changes),
        Route(.post, "/v1/imports/{id}/publication", Imports.publish),
        Route(.get, "/v1/courses", Courses.list),
        Route(.get, "/v1/courses/{id}", Courses.show),
        Route(.patch, "/v1/courses/{id}", Courses.update),
        Route(.get, "/v1/courses/{id}/versions", Courses.versions),
        Route(.get, "/v1/courses/{id}/versions/{version}/changes", Courses.changes),
        Route(.get, "/v1/courses/{id}/versions/{version}/package", Packages.show),
        Route(.get, "/v1/starter", Packages.starter),
        Route(.post, "/v1/courses/{id}/moves", Moves.create),
        Route(.get, "/v1/courses/{id}/activities/{key}", Activities.show),
        Route(.post, "/v1/launches", Launches.create),
    ]

    /// Changes that leaders ask of groups, and what those answer.
    static let initiatives: [Route] = [
        Route(.get, "/v1/initiatives", Initiatives.list),
        Route(.post, "/v1/initiatives", Initiatives.create),
        Route(.get, "/v1/initiatives/{id}", Initiatives.show),
        Route(.patch, "/v1/initiatives/{id}", Initiatives.update),
        Route(.get, "/v1/initiatives/{id}/board", Boards.show),
        Route(.get, "/v1/initiatives/{id}/people", InitiativePeopleRoutes.list),
        Route(.post, "/v1/initiatives/{id}/people", InitiativePeopleRoutes.create),
        Route(.get, "/v1/initiatives/{id}/replies", InitiativeRepliesRoutes.list),
        Route(.post, "/v1/initiatives/{id}/replies", InitiativeRepliesRoutes.create),
        Route(.get, "/v1/stories", Stories.list),
        Route(.post, "/v1/stories", Stories.create),
        Route(.get, "/v1/stories/{id}", Stories.show),
        Route(.patch, "/v1/stories/{id}", Stories.update),
    ]

    /// Who is in what, what they do, and what that comes to.
    static let progress: [Route] = [
        Route(.post, "/v1/enrollments", Enrollments.create),
        Route(.get, "/v1/enrollments", Enrollments.list),
        Route(.get, "/v1/enrollments/{id}", Enrollments.show),
        Route(.get, "/v1/enrollments/{id}/plan", Plans.show),
        Route(.get, "/v1/enrollments/{id}/events", Events.list),
        Route(.get, "/v1/plan", Plans.mine),
        Route(.get, "/v1/calendar", Calendars.show),
        Route(.post, "/v1/calendar", Calendars.create),
        Route(.delete, "/v1/calendar", Calendars.delete),
        Route(.get, "/calendar/{file}", Calendars.file),
        Route(.get, "/v1/progress", Events.progress),
        Route(.get, "/v1/witnessing", Witnessing.list),
        Route(.get, "/v1/reports/completion", CompletionReport.show),
        Route(.get, "/v1/reports/held-up", HeldUpReport.show),
        Route(.post, "/v1/events", Events.create),
        Route(.post, "/v1/attempts", Attempts.create),
        Route(.get, "/v1/attempts", Attempts.list),
        Route(.get, "/v1/attempts/{id}", Attempts.show),
        Route(.patch, "/v1/attempts/{id}", Attempts.update),
        Route(.post, "/v1/attempts/{id}/submission", Attempts.submit),
    ]

    /// Finding answers, and keeping them right.
    static let answers: [Route] = [
        Route(.get, "/v1/search", Searches.search),
        Route(.get, "/v1/searches", Searches.list),
        Route(.post, "/v1/searches/{id}/outcome", Searches.outcome),
        Route(.get, "/v1/answers", Answers.list),
        Route(.post, "/v1/answers", Answers.create),
        Route(.post, "/v1/answers/import", AnswersImport.create),
        Route(.get, "/v1/answers/export", AnswersExport.show),
        Route(.get, "/v1/answers/{id}", Answers.show),
        Route(.patch, "/v1/answers/{id}", Answers.update),
        Route(.post, "/v1/answers/{id}/verification", Answers.verify),
        Route(.get, "/v1/answers/{id}/revisions", AnswerRevisions.show),
        Route(.post, "/v1/answers/{id}/restoration", AnswerRevisions.restore),
        Route(.get, "/v1/answers/{id}/duplicates", AnswerMergers.suggestions),
        Route(.get, "/v1/answers/{id}/merger", AnswerMergers.preview),
        Route(.post, "/v1/answers/{id}/merger", AnswerMergers.create),
        Route(.get, "/v1/answers/{id}/phrasings", LearnedPhrasings.list),
        Route(.delete, "/v1/answers/{id}/phrasings/{phrasing}", LearnedPhrasings.delete),
        Route(.get, "/v1/synonyms", SynonymRoutes.show),
        Route(.put, "/v1/synonyms", SynonymRoutes.replace),
        Route(.get, "/v1/questions", Questions.list),
        Route(.post, "/v1/questions", Questions.create),
        Route(.get, "/v1/questions/similar", Questions.similar),
        Route(.get, "/v1/questions/{id}", Questions.show),
        Route(.put, "/v1/questions/{id}/follower", Questions.follow),
        Route(.delete, "/v1/questions/{id}/follower", Questions.unfollow),
        Route(.post, "/v1/questions/{id}/answer", Questions.answer),
        Route(.get, "/v1/questions/{id}/proposals", Proposals.list),
        Route(.post, "/v1/questions/{id}/proposals", Proposals.create),
        Route(.get, "/v1/proposals", Proposals.mine),
        Route(.post, "/v1/questions/{id}/acceptance", Proposals.accept),
        Route(.post, "/v1/questions/{id}/reopening", Proposals.reopen),
        Route(.get, "/v1/notices", Notices.list),
        Route(.patch, "/v1/notices/{id}", Notices.update),
        Route(.get, "/v1/reports/unanswered", UnansweredReport.show),
        Route(.get, "/v1/reports/stuck-points", StuckReports.points),
        Route(.get, "/v1/reports/misleading", StuckReports.misleading),
    ]

    /// What people say about courses, and what groups of them say.
    static let feedback: [Route] = [
        Route(.get, "/v1/feedback", FeedbackRoutes.list),
        Route(.post, "/v1/feedback", FeedbackRoutes.create),
        Route(.get, "/v1/feedback/{id}", FeedbackRoutes.show),
        Route(.patch, "/v1/feedback/{id}", FeedbackRoutes.update),
        Route(.get, "/v1/reports/feedback", FeedbackReport.show),
    ]
}
