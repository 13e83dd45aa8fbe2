import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What was asked, searched and taken over before there were rows for it.
@Suite struct LateMigrationTests {
    @Test(arguments: Backend.allCases)
    func `what is there already is told of where five people said it, and taken over where it was there first`(
        backend: Backend
    ) async throws {
        let folder = try TemporaryFolder()
        let database = try await backend.open(in: folder.url)
        try await Migrator(Array(Migrations.all.prefix(19))).migrate(database, now: 1)
        try await database.write { connection in
            for number in 0..<5 {
                try connection.execute(
                    """
                    INSERT INTO person (
                        id, name, name_key, is_learner, is_trainer, is_manager, is_leader, is_admin, time_zone, locale,
                        created_at
                    ) VALUES (\("p\(number)"), 'P', 'p', 1, 0, 0, 0, 0, 'UTC', 'en', 1)
                    """)
            }
            try connection.execute(
                """
                INSERT INTO answer (id, question, text, language, state, created_at, updated_at)
                VALUES ('a', 'Q', 'T', 'en', 'published', 1, 1)
                """)
            for course in ["many", "few"] {
                try connection.execute(
                    """
                    INSERT INTO course (id, key, title, title_key, language, version_id, is_open, created_at)
                    VALUES (\(course), \(course), 'T', 't', 'en', 'v', 1, 1)
                    """)
                for number in 0..<(course == "many" ? 5 : 4) {
                    try connection.execute(
                        """
                        INSERT INTO question (id, asked_by, text, course_id, state, created_at)
                        VALUES (\("\(course)\(number)"), \("p\(number)"), 'Q', \(course), 'open', \(number))
                        """)
                    try connection.execute(
                        """
                        INSERT INTO search (
                            id, person_id, words, words_key, course_id, found, is_weak, outcome, helped_by, created_at
                        ) VALUES (
                            \("\(course)\(number)"), \("p\(number)"), 'w', 'w', \(course), 0, 1,
                            \(course == "many" && number == 4 ? "helped" : nil),
                            \(course == "many" && number == 4 ? "ans_a" : nil), \(number)
                        )
                        """)
                }
            }
            try connection.execute(
                """
                INSERT INTO course_version (
                    id, course_id, course_key, number, label, language, title, format, digest, state, created_at,
                    modules, activities
                ) VALUES ('v', 'many', 'many', 1, '1', 'en', 'T', 'f', 'd', 'published', 1, 0, 0)
                """)
            try connection.execute(
                """
                INSERT INTO initiative (
                    id, title, why, sponsor_id, owner_id, starts_on, time_zone, created_at
                ) VALUES ('i', 'T', 'W', 'p0', 'p0', '2026-03-02', 'UTC', 1)
                """)
            // The first was there before; the second came with the initiative, and the third stands alone.
            for (number, initiative) in [(0, "i"), (1, "i"), (2, nil)] {
                try connection.execute(
                    """
                    INSERT INTO enrollment (
                        id, person_id, course_id, version_id, starts_on, time_zone, created_at, required, done,
                        initiative_id
                    ) VALUES (
                        \("e\(number)"), \("p\(number)"), 'many', 'v', '2026-03-02', 'UTC', \(number == 0 ? 5 : 7), 0, 0,
                        \(initiative)
                    )
                    """)
                try connection.execute(
                    "INSERT INTO initiative_person (initiative_id, person_id, added_at) VALUES ('i', \("p\(number)"), 7)"
                )
            }
        }
        try await Migrator(Migrations.all).migrate(database, now: 2)
        let voices = try await database.read { connection in
            try connection.tuples(
                """
                SELECT course_id, kind, MIN(block), MAX(block), COUNT(*) FROM stuck_voice
                GROUP BY course_id, kind ORDER BY course_id, kind
                """, String.self, String.self, Int.self, Int.self, Int.self
            ).map { "\($0.0) \($0.1) \($0.2)-\($0.3): \($0.4)" }
        }
        #expect(
            voices == ["few question 0-0: 4", "few search 0-0: 4", "many question 1-1: 5", "many search 0-0: 4"])
        let taken = try await database.read { connection in
            try connection.column("SELECT taken_over_at FROM enrollment ORDER BY id", of: Int?.self)
        }
        #expect(taken == [7, nil, nil])
        let helped = try await database.read { connection in
            try connection.tuples(
                "SELECT answer_id, person_id, search_id FROM confirmation", String.self, String.self, String.self
            ).map { [$0.0, $0.1, $0.2] }
        }
        #expect(helped == [["a", "p4", "many4"]])
    }
}
