import Learning
import Persistence

/// The versions of courses in their order, read once each, for those that go along them.
struct VersionLines {
    private let outline: (Identifier<CourseVersion>) throws -> CourseOutline?
    private let connection: any SQLConnection
    private var lines: [Identifier<Course>: [(id: Identifier<CourseVersion>, number: Int)]] = [:]
    private var stops: [[Identifier<CourseVersion>]: VersionStop] = [:]

    /// - Parameter outline: a published version; nil where it is none.
    init(_ outline: @escaping (Identifier<CourseVersion>) throws -> CourseOutline?, _ connection: any SQLConnection) {
        self.outline = outline
        self.connection = connection
    }

    /// The number of a version; nil when the course has none with this id.
    mutating func number(of version: Identifier<CourseVersion>, in course: Identifier<Course>) throws -> Int? {
        try line(of: course).first { $0.id == version }?.number
    }

    /// A version as whoever comes from an earlier one finds it; nil when it is not published.
    mutating func stop(
        at version: Identifier<CourseVersion>, from earlier: Identifier<CourseVersion>?, in course: Identifier<Course>
    ) throws -> VersionStop? {
        let key = [version, earlier].compactMap { $0 }
        if let known = stops[key] { return known }
        guard let outline = try outline(version) else { return nil }
        let line = try line(of: course)
        var renames = Renames.none
        if let earlier, let from = line.first(where: { $0.id == earlier }),
            let to = line.first(where: { $0.id == version })
        {
            renames = Renames(
                along: try line.filter { $0.number > from.number && $0.number <= to.number }
                    .compactMap { try self.outline($0.id) })
        }
        let stop = VersionStop(outline, renames: renames)
        stops[key] = stop
        return stop
    }

    /// The versions that an enrollment was on, the present one last; nil when that is not published.
    mutating func stops(
        of state: EnrollmentState, moves: [(from: Identifier<CourseVersion>, to: Identifier<CourseVersion>)]
    ) throws -> [VersionStop]? {
        var way = moves.first.map { [$0.from] } ?? []
        way += moves.map(\.to)
        if way.last != state.versionID { way.append(state.versionID) }
        var stops: [VersionStop] = []
        for (index, version) in way.enumerated() {
            guard let stop = try stop(at: version, from: index > 0 ? way[index - 1] : nil, in: state.courseID) else {
                return nil
            }
            stops.append(stop)
        }
        return stops
    }

    private mutating func line(
        of course: Identifier<Course>
    ) throws -> [(id: Identifier<CourseVersion>, number: Int)] {
        if let known = lines[course] { return known }
        let line = try CourseVersionStore.line(of: course, connection)
        lines[course] = line
        return line
    }
}
