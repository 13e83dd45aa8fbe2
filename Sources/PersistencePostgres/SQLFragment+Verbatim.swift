#if PostgreSQL
    import Persistence

    extension SQLFragment {
        /// SQL that only this adapter says. Never anything that came from outside.
        static func verbatim(_ text: String) -> SQLFragment {
            perDialect("verbatim", sqlite: text, postgres: text)
        }
    }
#endif
