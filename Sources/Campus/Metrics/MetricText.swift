/// Lines of Prometheus's text format, version 0.0.4.
enum MetricText {
    static func head(_ name: String, _ help: String, _ type: String) -> String {
        "# HELP \(name) \(help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n"))\n# TYPE \(name) \(type)\n"
    }

    static func line(_ name: String, _ labels: [(String, String)], _ value: String) -> String {
        guard !labels.isEmpty else { return "\(name) \(value)\n" }
        let list = labels.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",")
        return "\(name){\(list)} \(value)\n"
    }

    /// A number that is read off when it is asked for.
    static func gauge(_ name: String, _ help: String, _ value: Double, labels: [(String, String)] = []) -> String {
        head(name, help, "gauge") + line(name, labels, number(value))
    }

    /// Whole numbers without a fraction.
    static func number(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
