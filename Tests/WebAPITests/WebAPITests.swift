import Testing

@Suite struct WebAPITests {}
