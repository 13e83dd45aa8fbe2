/// One person in one course. Its UUID is later the cmi5 and xAPI registration.
public enum Enrollment: Identified {
    public static let idPrefix = "enr"
}

/// One try at a quiz or package, numbered per enrollment, activity and occurrence.
public enum Attempt: Identified {
    public static let idPrefix = "att"
}
