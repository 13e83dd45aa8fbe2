import Campus
import HTTPTypes
import Learning

/// Words that mean the same to the people who ask here.
enum SynonymRoutes {
    static let show = Operation(
        summary: "Show the synonyms that search uses.", who: "trainers",
        replies: [(200, .json(SynonymsBody.schema))]
    ) { call in
        let synonyms = try await call.campus.synonyms(call.access)
        return try .json(SynonymsBody(synonyms), etag: synonyms.revision)
    }

    static let replace = Operation(
        summary: "Replace the synonyms that search uses, all of them.", who: "trainers", items: [.ifMatch],
        body: .json(SynonymsBody.draft), replies: [(200, .json(SynonymsBody.schema))], refusals: [412, 428]
    ) { call in
        let body = try await call.fields()
        let most = Limits.requestBody.value
        let groups = body.objects("groups", count: most) ?? body.required("groups", [])
        let terms = groups.map { $0.strings("terms", count: most, length: 0...most) ?? $0.required("terms", []) }
        try body.check()
        let synonyms = try await call.campus.replaceSynonyms(
            Synonyms(groups: terms, revision: try call.ifMatch()), call.access)
        return try .json(SynonymsBody(synonyms), etag: synonyms.revision)
    }
}

/// The synonyms as JSON.
struct SynonymsBody: Encodable {
    struct Group: Encodable {
        let terms: [String]
    }

    let groups: [Group]
    let revision: Int

    init(_ synonyms: Synonyms) {
        groups = synonyms.groups.map(Group.init)
        revision = synonyms.revision
    }

    private static let group = Schema.object([
        "terms": .array(.string(1...Limits.synonym.value), min: 2, max: Limits.synonyms.value)
            .described("Words, or some words each, that mean the same.")
    ])

    static let schema = Schema.object([
        "groups": .array(group, max: Limits.synonymGroups.value), "revision": .integer,
    ])

    /// What a caller says.
    static let draft = Schema.object(["groups": .array(group, max: Limits.synonymGroups.value)])
}
