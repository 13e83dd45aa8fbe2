import Learning

/// Events that came together and are acknowledged together.
struct EventRequest: Sendable {
    var access: Access
    var events: [EventDraft]
    var via: EventRecord.Via
    /// The hash of the launch by which content says them; nil when somebody else does.
    var launch: String?
}
