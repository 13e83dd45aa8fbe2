import Campus
import HTTPTypes
import Learning

/// Changes that leaders ask of groups.
enum Initiatives {
    static let list = Operation(
        summary: "List initiatives, newest first.",
        who: "whoever trains, manages or leads all of them; others those that they are in",
        items: [
            .query("mine", .boolean, "Only those that the caller is in."),
            .query("sponsor", .id(Person.idPrefix), "Only those that this person sponsors."),
        ] + Operation.Item.page,
        replies: [(200, .json(.listing(InitiativeRow.schema)))]
    ) { call in
        let page = try call.page(of: "initiatives", Initiative.self)
        let initiatives = try await call.campus.initiatives(
            onlyOwn: try call.queryFlag("mine"), sponsor: try call.queryIdentifier("sponsor"), page: page.andOneMore,
            call.access)
        return try .json(
            Listing(initiatives, limit: page.limit, list: "initiatives", row: InitiativeRow.init) {
                [$0.initiative.id.text]
            })
    }

    static let show = Operation(
        summary: "Show an initiative.", who: "whoever sees it in the list",
        replies: [(200, .json(InitiativeBody.schema))]
    ) { call in
        let id = try call.identifier(of: Initiative.self, what: "initiative")
        let view = try await call.campus.initiative(id, call.access)
        return try .json(InitiativeBody(view), etag: view.summary.initiative.revision)
    }

    static let create = Operation(
        summary: "Make an initiative: why, by which courses, from when on.",
        who: "leaders, who sponsor what they make; admins, who name the leader",
        body: .json(InitiativeBody.draft), replies: [(201, .json(InitiativeBody.schema))]
    ) { call in
        let body = try await call.fields()
        let title = body.string("title", 1...Limits.name.value)
        let why = body.string("why", 1...Limits.note.value)
        let sponsor = body.optionalIdentifier("sponsor_id", Person.self)
        let owner = body.optionalIdentifier("owner_id", Person.self)
        let courses = body.identifiers("courses", count: Limits.initiativeCourses.value, Course.self)
        let startsOn = body.optionalDate("starts_on") ?? body.required("starts_on", CivilDate(dayNumber: 0))
        let timeZone = body.string("time_zone", 1...100)
        let meetsAt = body.optionalClockTime("meets_at")
        let isUnderWay = body.optionalBool("under_way") ?? false
        let all = courses ?? body.required("courses", [])
        try body.check()
        let view = try await call.campus.createInitiative(
            title: title, why: why, sponsor: sponsor, owner: owner, courses: all, startsOn: startsOn,
            timeZone: timeZone, meetsAt: meetsAt, isUnderWay: isUnderWay, call.access)
        let initiative = view.summary.initiative
        return try .created(
            InitiativeBody(view), at: "/v1/initiatives/\(initiative.id)", etag: initiative.revision)
    }

    static let update = Operation(
        summary: "Change an initiative.", who: "its sponsor, admins", items: [.ifMatch],
        body: .json(InitiativeBody.change), replies: [(200, .json(InitiativeBody.schema))], refusals: [412, 428]
    ) { call in
        let id = try call.identifier(of: Initiative.self, what: "initiative")
        let body = try await call.fields()
        let title = body.edit("title") { body.optionalString($0, 1...Limits.name.value) }
        let why = body.edit("why") { body.optionalString($0, 1...Limits.note.value) }
        let sponsor = body.edit("sponsor_id") { body.optionalIdentifier($0, Person.self) }
        let owner = body.edit("owner_id") { body.optionalIdentifier($0, Person.self) }
        let courses = body.edit("courses") {
            body.identifiers($0, count: Limits.initiativeCourses.value, Course.self)
        }
        let startsOn = body.edit("starts_on") { body.optionalDate($0) }
        let timeZone = body.edit("time_zone") { body.optionalString($0, 1...100) }
        let meetsAt = body.nullableEdit("meets_at") { body.optionalClockTime($0) }
        try body.check()
        let revision = try call.ifMatch()
        let view = try await call.campus.updateInitiative(id, revision: revision, call.access) { fields in
            fields.title = title.applied(to: fields.title)
            fields.why = why.applied(to: fields.why)
            fields.sponsorID = sponsor.applied(to: fields.sponsorID)
            fields.ownerID = owner.applied(to: fields.ownerID)
            fields.courses = courses.applied(to: fields.courses)
            fields.startsOn = startsOn.applied(to: fields.startsOn)
            fields.timeZone = timeZone.applied(to: fields.timeZone)
            fields.meetsAt = meetsAt.applied(to: fields.meetsAt)
        }
        return try .json(InitiativeBody(view), etag: view.summary.initiative.revision)
    }
}
