public import ArgumentParser
public import Learning

extension Role: ExpressibleByArgument {}
extension Caller.Scope: ExpressibleByArgument {}
extension CompletionGrouping: ExpressibleByArgument {}
