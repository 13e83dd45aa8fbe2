/// Says of each of the four conditions what is there, what is not, and what to do next.
public enum ConditionBoard {
    /// A sponsor who was not seen for so many days is missed.
    private static let absence: Int64 = 14

    /// In the order leaders, managers, activities, answers.
    public static func conditions(_ facts: BoardFacts, now: Instant) -> [Condition] {
        [leaders(facts, now), managers(facts), activities(facts), answers(facts)]
    }

    private static func leaders(_ facts: BoardFacts, _ now: Instant) -> Condition {
        let sponsor = facts.sponsor
        var evidence: [String] = []
        var missing: [String] = []
        if sponsor.pledged > 0 {
            evidence.append("\(sponsor.name) pledged \(counted(sponsor.pledged, "time")) and kept \(sponsor.kept).")
        } else {
            missing.append("\(sponsor.name) has made no pledge of their own.")
        }
        if sponsor.stories > 0 {
            evidence.append("\(sponsor.name) told \(counted(sponsor.stories, "story", "stories")).")
        } else {
            missing.append("\(sponsor.name) has told no story yet.")
        }
        if sponsor.support > 0 {
            evidence.append("\(sponsor.name) coached or was a witness \(counted(sponsor.support, "time")).")
        }
        if facts.stories > sponsor.stories {
            let others = facts.stories - sponsor.stories
            evidence.append("Others told \(counted(others, "story", "stories")).")
        }
        let isAway = sponsor.lastAt.map { $0.advanced(bySeconds: absence * 86_400) < now } ?? false
        if isAway { missing.append("Nothing was seen of \(sponsor.name) for \(absence) days.") }
        let state: Condition.State = sponsor.lastAt == nil ? .missing : missing.isEmpty ? .there : .partly
        if sponsor.stories == 0 || isAway && sponsor.pledged > 0 {
            return Condition(
                .leaders, state, evidence: evidence, missing: missing, next: .tellStory,
                "Tell a story: who tried it, what happened, what it changed.")
        }
        if sponsor.pledged == 0 {
            return Condition(
                .leaders, state, evidence: evidence, missing: missing, next: .pledge,
                sponsor.takesPart
                    ? "Make a pledge of your own, in your own words."
                    : "Take part yourself, and make a pledge of your own.")
        }
        return Condition(
            .leaders, state, evidence: evidence, missing: missing, next: .support,
            "Give support where it is asked for: be somebody's witness.")
    }

    private static func managers(_ facts: BoardFacts) -> Condition {
        let managers = facts.managers
        var evidence: [String] = []
        var missing: [String] = []
        if let due = managers.due, let held = managers.held, due > 0 {
            let text = "\(held) of \(counted(due, "coaching")) that should have been held were held."
            if held < due { missing.append(text) } else { evidence.append(text) }
        }
        if let witnessed = managers.witnessed, witnessed > 0 {
            evidence.append("\(counted(witnessed, "practice")) got a witness's word.")
        }
        if let waiting = managers.waiting, waiting > 0 {
            missing.append("\(counted(waiting, "practice")) \(waiting == 1 ? "waits" : "wait") for a witness.")
        }
        guard managers.isPlanned else {
            return Condition(
                .managers, .missing, evidence: evidence, missing: ["No course has coachings."] + missing,
                next: .designCoaching, "Add coachings to the course: without them a change ends with the training.")
        }
        guard let due = managers.due, let held = managers.held, due > 0 || managers.waiting ?? 0 > 0 else {
            return Condition(
                .managers, .early, evidence: evidence,
                missing: missing + [managers.due == nil ? "Too few people for numbers." : "No coaching was due yet."],
                next: .coach, "See that managers have the first coachings in their calendars.")
        }
        let share = due == 0 ? 1 : Double(held) / Double(due)
        let state: Condition.State = share >= 0.9 && managers.waiting == 0 ? .there : share < 0.2 ? .missing : .partly
        if state != .there, managers.waiting ?? 0 > 0, share >= 0.5 {
            return Condition(
                .managers, state, evidence: evidence, missing: missing, next: .witness,
                "Give those who handed something in their witness.")
        }
        return Condition(
            .managers, state, evidence: evidence, missing: missing, next: state == .there ? .goOn : .coach,
            state == .there
                ? "Ask the managers what they see."
                : "Ask the managers what keeps them from coaching, and take it away.")
    }

    private static func activities(_ facts: BoardFacts) -> Condition {
        let activities = facts.activities
        var evidence: [String] = []
        var missing = activities.advice.map { advice in
            "\(advice.title): \(counted(advice.count, "thing")) in its design will not stick."
        }
        if activities.advice.isEmpty { evidence.append("The design of the courses has what makes a change stick.") }
        if let enrolled = activities.enrolled, let completed = activities.completed, let required = activities.required,
            let done = activities.done, enrolled > 0
        {
            let percent = required == 0 ? 0 : done * 100 / required
            evidence.append(
                "\(percent) percent of all steps are done; \(completed) of \(enrolled) courses are complete.")
            if activities.doneBefore > 0 {
                let (steps, were) = (
                    counted(activities.doneBefore, "step"), activities.doneBefore == 1 ? "was" : "were"
                )
                evidence.append("\(steps) of these \(were) done before the initiative began.")
            }
        }
        guard facts.people != 0 else {
            return Condition(
                .activities, .missing, evidence: evidence, missing: missing + ["Nobody is in it yet."],
                next: .addPeople, "Invite the people whom it is for.")
        }
        if let first = activities.advice.first {
            return Condition(
                .activities, .partly, evidence: evidence, missing: missing, next: .mendDesign,
                "See what will not stick in \(first.title), and mend it.")
        }
        if activities.enrolled == nil { missing.append("Too few people for numbers.") }
        if !facts.hasBegun {
            return Condition(
                .activities, .early, evidence: evidence, missing: missing + ["It has not begun yet."], next: .goOn,
                "Tell everybody why before the first day.")
        }
        let isIdle = activities.enrolled ?? 0 > 0 && (activities.done ?? 0) <= activities.doneBefore
        if isIdle {
            missing.append(
                activities.doneBefore == 0 ? "Nobody has done a step yet." : "Nobody has done a step since it began.")
        }
        return Condition(
            .activities, isIdle ? .partly : .there, evidence: evidence, missing: missing, next: .seeCompletion,
            "See which module people are in, and what comes next for them.")
    }

    private static func answers(_ facts: BoardFacts) -> Condition {
        let answers = facts.answers
        var evidence: [String] = []
        var missing: [String] = []
        if answers.published > 0 {
            evidence.append("\(counted(answers.published, "answer")) can be found.")
        } else {
            missing.append("There is no answer in its courses.")
        }
        if answers.open > 0 {
            missing.append("At least \(counted(answers.open, "question")) \(answers.open == 1 ? "is" : "are") open.")
        }
        if answers.isLate {
            missing.append("A question has waited for more than \(counted(BoardFacts.patience, "day")).")
        }
        if answers.notFound > 0 {
            missing.append(
                "At least \(counted(answers.notFound, "search", "searches")) found nothing likely or did not help, as five "
                    + "people and more told within the last \(BoardFacts.recentDays) days.")
        }
        if answers.published == 0 {
            return Condition(
                .answers, .missing, evidence: evidence, missing: missing, next: .writeAnswers,
                "Have the first ten answers written, before the first practice.")
        }
        if answers.isLate {
            return Condition(
                .answers, .partly, evidence: evidence, missing: missing, next: .answerQuestions,
                "Have the questions answered that wait the longest.")
        }
        if answers.notFound > 0 {
            return Condition(
                .answers, .partly, evidence: evidence, missing: missing, next: .seeUnanswered,
                "See what was searched for and not found, and have it written.")
        }
        return Condition(
            .answers, .there, evidence: evidence, missing: missing, next: .goOn,
            "Ask people whether they find what they need.")
    }

    private static func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
}
