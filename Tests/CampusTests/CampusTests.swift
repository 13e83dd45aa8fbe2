import Testing

@Suite struct CampusTests {}
