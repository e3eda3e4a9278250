package import SQL

/// The tables of executions, tasks, their logs, the processes that work on them, and the schedules.
package enum JobMigrations {
    package static let migrations = [
        Migration(identifier: "0021-job") { dialect in
            [
                // A process counts its beat up; whoever sees it stand still takes its tasks over.
                "CREATE TABLE job_node (id TEXT PRIMARY KEY, beat BIGINT NOT NULL, started_at BIGINT NOT NULL)",
                // The row of a type is what claims of its tasks wait for each other on.
                "CREATE TABLE job_queue (type TEXT PRIMARY KEY, is_paused BOOLEAN NOT NULL)",
                """
                CREATE TABLE execution (
                    id \(fragment: dialect.identityColumn), vendor_type TEXT NOT NULL, vendor_id BIGINT NOT NULL,
                    status TEXT NOT NULL, status_message TEXT NOT NULL, kind_of_trigger TEXT NOT NULL,
                    attributes TEXT NOT NULL, total BIGINT NOT NULL, unfinished BIGINT NOT NULL,
                    failed BIGINT NOT NULL, stopped BIGINT NOT NULL,
                    created_at BIGINT NOT NULL, started_at BIGINT, ended_at BIGINT)
                """,
                "CREATE INDEX execution_by_vendor ON execution (vendor_type, vendor_id, id)",
                """
                CREATE TABLE task (
                    id \(fragment: dialect.identityColumn),
                    execution_id BIGINT NOT NULL REFERENCES execution (id) ON DELETE CASCADE,
                    type TEXT NOT NULL, status TEXT NOT NULL, status_message TEXT NOT NULL,
                    parameters TEXT NOT NULL, attributes TEXT NOT NULL, runs BIGINT NOT NULL,
                    is_stopping BOOLEAN NOT NULL, node TEXT, available_at BIGINT NOT NULL,
                    created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, started_at BIGINT, ended_at BIGINT)
                """,
                "CREATE INDEX task_by_execution ON task (execution_id, id)",
                "CREATE INDEX task_pending ON task (type, id) WHERE status = 'Pending'",
                "CREATE INDEX task_running ON task (type, node) WHERE status = 'Running'",
                """
                CREATE TABLE task_log (
                    task_id BIGINT NOT NULL REFERENCES task (id) ON DELETE CASCADE, part BIGINT NOT NULL,
                    content TEXT NOT NULL, PRIMARY KEY (task_id, part))
                """,
                """
                CREATE TABLE schedule (
                    id \(fragment: dialect.identityColumn), vendor_type TEXT NOT NULL, vendor_id BIGINT NOT NULL,
                    kind TEXT NOT NULL, cron TEXT NOT NULL, parameters TEXT NOT NULL, is_paused BOOLEAN NOT NULL,
                    catches_up BOOLEAN NOT NULL, next_at BIGINT, last_at BIGINT,
                    created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, UNIQUE (vendor_type, vendor_id))
                """,
            ]
        },
        Migration(
            identifier: "0027-job",
            statements: [
                "ALTER TABLE job_node ADD COLUMN beat_at BIGINT NOT NULL DEFAULT 0",
                "ALTER TABLE job_node ADD COLUMN host TEXT NOT NULL DEFAULT ''",
                "ALTER TABLE job_node ADD COLUMN process_id BIGINT NOT NULL DEFAULT 0",
                "ALTER TABLE job_node ADD COLUMN concurrency BIGINT NOT NULL DEFAULT 0",
                // One switch for all schedules, those included that are made later.
                """
                INSERT INTO job_queue (type, is_paused)
                SELECT 'SCHEDULER', count(*) > 0 FROM schedule WHERE is_paused
                """,
                "ALTER TABLE schedule DROP COLUMN is_paused",
                // By the time of its plan a schedule knows that the clock has gone back since.
                "ALTER TABLE schedule ADD COLUMN planned_at BIGINT NOT NULL DEFAULT 0",
                "ALTER TABLE schedule DROP COLUMN last_at",
                // Many tasks that wait for a further attempt are not read again and again for those that are due.
                "DROP INDEX task_pending",
                "CREATE INDEX task_pending ON task (type, available_at, id) WHERE status = 'Pending'",
            ]),
    ]
}
