import Answers
public import Learning
import Persistence
import Store

/// How many of all hits of a search, shown or not, are of a kind, belong to a course, carry a tag. Of courses
/// and answers that the searcher may not see nothing is counted; lessons are, that only another version of a course of theirs has.
public struct SearchFacets: Hashable, Sendable {
    /// Hits of one course.
    public struct CourseCount: Hashable, Sendable {
        public var id: Identifier<Course>
        public var title: String
        public var count: Int
    }

    /// Hits with one tag.
    public struct TagCount: Hashable, Sendable {
        /// As most of them write it.
        public var tag: String
        public var count: Int
    }

    /// All hits.
    public var total: Int
    /// Hits of each kind that any is of.
    public var kinds: [SearchHit.Kind: Int]
    /// Most frequent first, then by title.
    public var courses: [CourseCount]
    /// Most frequent first, then by name.
    public var tags: [TagCount]

    /// - Parameters:
    ///   - courses: the courses of the counted hits, by the numbers that the index knows them by.
    ///   - visible: the courses that the searcher may see; nil: all.
    ///   - most: so many courses are told, and so many tags.
    init(
        _ facets: Facets, courses: [UInt32: Identifier<Course>], visible: Set<Identifier<Course>>?, most: Int,
        _ connection: any SQLConnection
    ) throws {
        total = facets.total
        kinds = Dictionary(
            facets.kinds.map { (SearchHit.Kind($0.value), $0.count) }, uniquingKeysWith: +)
        let titles = Dictionary(try CourseStore.names(connection).map { ($0.id, $0.title) }) { first, _ in first }
        let counted: [CourseCount] = facets.courses.compactMap { share in
            guard let id = courses[share.value], visible?.contains(id) ?? true, let title = titles[id] else {
                return nil
            }
            return CourseCount(id: id, title: title, count: share.count)
        }
        self.courses = Array(
            counted.sorted { ($1.count, $0.title, $0.id) < ($0.count, $1.title, $1.id) }.prefix(most))
        tags = facets.tags.prefix(most).map { TagCount(tag: $0.value, count: $0.count) }
    }
}
