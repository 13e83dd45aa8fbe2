import Campus
import Learning
import TestKit

/// An initiative with people in it who tell stories of each other.
struct StoryStage {
    let company: InitiativeCompany
    let initiative: Initiative

    init(_ backend: Backend = .standard) async throws {
        company = try await InitiativeCompany(backend)
        initiative = try await company.initiative()
        _ = try await company.add(company.reps, to: initiative)
        await company.campus.tendSearch()
    }

    func tell(
        _ text: String = "She asked first.", about person: Person? = nil, module: String? = nil,
        as somebody: InitiativeCompany.Somebody
    ) async throws -> Story {
        try await company.campus.tell(
            StoryDraft(
                initiativeID: initiative.id, about: person?.id.description,
                courseID: module.map { _ in company.courses[0] }, module: module, text: text),
            .token(somebody.token)
        ).stories[0].story
    }
}
