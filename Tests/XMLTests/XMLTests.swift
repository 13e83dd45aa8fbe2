import Testing

@Suite struct XMLTests {}
