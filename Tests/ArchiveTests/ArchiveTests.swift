import Testing

@Suite struct ArchiveTests {}
