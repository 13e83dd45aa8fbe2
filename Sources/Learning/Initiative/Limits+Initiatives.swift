extension Limits {
    public static let initiativePeople = Limit(
        "initiative_people", 10_000, "items", "people added to an initiative in one request")
    public static let initiativeCourses = Limit("initiative_courses", 10, "items", "courses of an initiative")
    public static let because = Limit("because", 2000, "characters", "why somebody is not in yet")

    public static let story = Limit("story", 4000, "characters", "a story")
    public static let waitingStories = Limit(
        "waiting_stories", 3, "items", "stories of one author about one person that wait for a yes")

    /// The bounds of initiatives.
    static let initiatives = [initiativePeople, initiativeCourses, because, story, waitingStories]
}
