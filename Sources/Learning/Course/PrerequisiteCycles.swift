extension CourseDraft {
    /// What waits for itself: each cycle of `requires` and `after` as the keys along it, the first key again at the end.
    ///
    /// A module waits for what it requires and is done when its activities are; an activity waits for what it requires,
    /// for the anchor of its date and for what its module requires. Keys that nothing has are passed over. One cycle is
    /// given for each knot of them.
    public func prerequisiteCycles() -> [[String]] {
        var graph = PrerequisiteGraph()
        for module in modules {
            let opened = graph.node(module.key, .opened)
            let done = graph.node(module.key, .done)
            graph.waits(done, for: opened)
            for step in module.steps {
                let finished = graph.node(step.key, .done)
                graph.waits(done, for: finished)
                graph.waits(finished, for: opened)
            }
        }
        for module in modules {
            let opened = graph.node(module.key, .opened)
            for key in module.requires { graph.waits(opened, forDone: key) }
            for step in module.steps {
                let finished = graph.node(step.key, .done)
                for key in step.requires { graph.waits(finished, forDone: key) }
                if let anchor = step.schedule.after { graph.waits(finished, forDone: anchor) }
            }
        }
        return graph.cycles()
    }
}

private struct PrerequisiteGraph {
    enum Moment: Hashable {
        case opened, done
    }

    private struct Node: Hashable {
        var key: String
        var moment: Moment
    }

    private var numbers: [Node: Int] = [:]
    private var keys: [String] = []
    private var edges: [[Int]] = []

    mutating func node(_ key: String, _ moment: Moment) -> Int {
        let node = Node(key: key, moment: moment)
        if let number = numbers[node] { return number }
        numbers[node] = keys.count
        keys.append(key)
        edges.append([])
        return keys.count - 1
    }

    mutating func waits(_ node: Int, for other: Int) {
        edges[node].append(other)
    }

    mutating func waits(_ node: Int, forDone key: String) {
        if let other = numbers[Node(key: key, moment: .done)] { edges[node].append(other) }
    }

    /// Depth first without recursion: an edge back to a node that is on the way closes a cycle. Nodes of a told cycle
    /// are not told again.
    func cycles() -> [[String]] {
        enum State { case new, onTheWay, left }
        var states = [State](repeating: .new, count: keys.count)
        var told = Set<Int>()
        var cycles: [[String]] = []
        for start in keys.indices where states[start] == .new {
            var way: [(node: Int, next: Int)] = [(start, 0)]
            states[start] = .onTheWay
            while let (node, next) = way.last {
                guard next < edges[node].count else {
                    states[node] = .left
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let other = edges[node][next]
                switch states[other] {
                case .new:
                    states[other] = .onTheWay
                    way.append((other, 0))
                case .onTheWay:
                    let from = way.lastIndex { $0.node == other } ?? 0
                    let cycle = way[from...].map(\.node)
                    if told.isDisjoint(with: cycle) { cycles.append(names(along: cycle + [other])) }
                    told.formUnion(cycle)
                case .left: break
                }
            }
        }
        return cycles
    }

    /// A module stands in the graph twice, but is told once.
    private func names(along cycle: [Int]) -> [String] {
        var names: [String] = []
        for node in cycle where names.last != keys[node] { names.append(keys[node]) }
        if names.count == 1 { names.append(names[0]) }
        return names
    }
}
