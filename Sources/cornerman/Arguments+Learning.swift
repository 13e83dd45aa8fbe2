public import ArgumentParser
public import Learning
public import Logging

extension AnswerFormat: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Caller.Scope: ExpressibleByArgument {}
extension CompletionGrouping: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}
