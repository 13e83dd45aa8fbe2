import Testing

@Suite struct CoursePackageTests {}
