/// A lasting key under which versions come and go.
public enum Course: Identified {
    public static let idPrefix = "crs"
}

/// One immutable state of a course, made by one import.
public enum CourseVersion: Identified {
    public static let idPrefix = "ver"
}

/// One upload and what became of it.
public enum ImportJob: Identified {
    public static let idPrefix = "imp"
}
