#if PostgreSQL
    import Persistence

    extension StoreError {
        /// Says in the product's words what PostgreSQL refused.
        ///
        /// - Parameter state: five characters, https://www.postgresql.org/docs/15/errcodes-appendix.html
        init(state: String, _ message: String) {
            self.init(Self.kind(of: state), "\(message) (\(state))")
        }

        private static func kind(of state: String) -> Kind {
            switch state {
            case "40001", "40P01", "55P03": .contention
            // A prepared statement that does not fit any more: on a new connection the same call may succeed.
            case "0A000", "26000": .contention
            case "23505": .duplicate
            case "23503": .reference
            case "53100", "53200": .full
            // Told to stop, crashed or starting; too many connections; the statement took too long; only a replica is there.
            case "57P01", "57P02", "57P03", "57P05", "57014", "53300", "25006": .unavailable
            case "58030": .unavailable
            case "XX001", "XX002": .corrupt
            default:
                switch state.prefix(2) {
                case "23", "22": .check
                case "08", "28", "3D": .unavailable
                default: .other
                }
            }
        }
    }
#endif
