import Testing

@Suite struct AnswersTests {}
