extension Step {
    /// Whether it is a lesson or quiz of our own format, which is played as it is: no file of the package opens.
    public var isOwnContent: Bool {
        switch kind {
        case .lesson: href == nil && text != nil && unavailable == nil
        case .quiz: quiz != nil && unavailable == nil
        default: false
        }
    }
}
