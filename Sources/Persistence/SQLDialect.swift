/// Which of the two databases a statement is rendered for.
public enum SQLDialect: String, Sendable, CaseIterable {
    case sqlite, postgres
}
