import Persistence

extension Migrations {
    /// Which answer took over another.
    static let mergedAnswers = Migration(
        29, "merged-answers",
        """
        ALTER TABLE answer ADD COLUMN merged_into \(.text) REFERENCES answer (id)
            CHECK (merged_into IS NULL OR state = 'retired');
        CREATE INDEX answer_merged ON answer (merged_into) WHERE merged_into IS NOT NULL;
        -- Whom an answer helped, when another takes it over.
        CREATE INDEX search_helped ON search (helped_by) WHERE helped_by IS NOT NULL;
        """)
}
