import Learning

/// Events that came together and are acknowledged together.
struct EventRequest: Sendable {
    var access: Access
    var events: [EventDraft]
    var via: EventRecord.Via
}
