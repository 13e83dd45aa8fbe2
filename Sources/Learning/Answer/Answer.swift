/// A published entry of the knowledge base.
public enum Answer: Identified {
    public static let idPrefix = "ans"
}

/// An open stuck point that somebody asked.
public enum Question: Identified {
    public static let idPrefix = "qst"
}

/// One search and what came of it.
public enum Search: Identified {
    public static let idPrefix = "sea"
}

/// Something in a person's inbox.
public enum Notice: Identified {
    public static let idPrefix = "ntc"
}

/// Rating and words about an activity or a course.
public enum Feedback: Identified {
    public static let idPrefix = "fbk"
}
