import Testing

@testable import Answers

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("price", "price", 0), ("price", "prise", 1), ("price", "pric", 1), ("price", "prrice", 1),
        ("price", "rpice", 1),
        ("discount", "disconut", 1), ("discount", "dicsuont", 2), ("committee", "comitee", 2), ("", "ab", 2),
        ("größe", "große", 1),
    ])
    func `errors are counted, swapped neighbors as one`(left: String, right: String, distance: Int) {
        let pair = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        #expect(EditDistance.between(pair.0, pair.1, limit: 2) == distance)
        #expect(EditDistance.between(pair.1, pair.0, limit: 2) == distance)
        if distance > 0 { #expect(EditDistance.between(pair.0, pair.1, limit: distance - 1) == nil) }
    }
}
