import Campus
import Learning

/// How many of all hits of a search have something in common, as JSON.
struct FacetsBody: Encodable {
    struct KindCount: Encodable {
        let kind: String
        let count: Int
    }

    struct CourseCount: Encodable {
        let id: Identifier<Course>
        let title: String
        let count: Int
    }

    struct TagCount: Encodable {
        let tag: String
        let count: Int
    }

    let total: Int
    let kinds: [KindCount]
    let courses: [CourseCount]
    let tags: [TagCount]

    init(_ facets: SearchFacets) {
        total = facets.total
        kinds = SearchHit.Kind.allCases.compactMap { kind in
            facets.kinds[kind].map { KindCount(kind: kind.rawValue, count: $0) }
        }
        courses = facets.courses.map { CourseCount(id: $0.id, title: $0.title, count: $0.count) }
        tags = facets.tags.map { TagCount(tag: $0.tag, count: $0.count) }
    }

    static let schema = Schema.object([
        "total": Schema.integer.described(
            "All hits in what the searcher may see; lessons that only another version of their course has are counted, and not shown."
        ),
        "kinds": .array(.object(["kind": .words(SearchHit.Kind.self), "count": .integer])),
        "courses": Schema.array(
            .object(["id": .id("crs"), "title": .string, "count": .integer]), max: Limits.searchFacets.value
        ).described("Most frequent first."),
        "tags": Schema.array(.object(["tag": .string, "count": .integer]), max: Limits.searchFacets.value).described(
            "Most frequent first; tags that differ in case or accents are one."),
    ])
}
