"""Processes that work on the same jobs and are killed at random moments, and the proof that nothing came of it.

Each attempt at a task writes by PostgreSQL's clock when it began and when it ended, and a trigger counts how often a task has
ended. So what is checked is what happened, not what the job engine says of itself.
"""

import os
import random
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from harness import postgresql
from harness.commands import environment_with, run
from harness.server import BINARY

WORKER = Path(os.environ.get("HAVEN_JOB_WORKER", BINARY.parent / "JobWorker"))

# Two attempts at the same task at the same time. An attempt without an end ended with its process; the process was dead
# when the next one began, or there is no word of its end at all.
OVERLAPS = """
SELECT count(*) FROM (
    SELECT t.*, lead(began_at) OVER (PARTITION BY task_id ORDER BY began_at, id) AS next FROM trace t) attempt
LEFT JOIN killed ON killed.worker = attempt.worker
WHERE next IS NOT NULL AND next < coalesce(ended_at, killed.at, 9223372036854775807)
"""


@dataclass
class Report:
    """What came of a fight."""

    tasks: int
    seconds: float = 0
    kills: int = 0
    attempts: int = 0
    faults: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        again = self.attempts - self.tasks
        return f"{self.tasks} tasks in {self.seconds:.1f} s, {self.kills} kills, {again} attempts beyond one a task"


class JobWorkers:
    """Some processes on one database; the one that is killed is followed by another at once."""

    def __init__(self, url: str, directory: Path, *, processes: int, seed: int, hasty: bool, longest: int):
        self.url = url
        self.directory = directory
        self.chance = random.Random(seed)
        self.options = ["--longest", str(longest), *(["--hasty"] if hasty else [])]
        self.started = 0
        self.running: list[tuple[str, subprocess.Popen]] = []
        self.processes = processes

    def fill(self, tasks: int) -> None:
        """Makes the tables and tasks that wait."""
        run(WORKER, "fill", self.url, str(tasks))
        self.sql("CREATE TABLE killed (worker TEXT PRIMARY KEY, at BIGINT NOT NULL)")

    def fight(self, tasks: int, *, kills: int, pause: tuple[float, float], limit: float) -> Report:
        """Works on all tasks while processes are killed, and says what went wrong."""
        report = Report(tasks)
        start = time.monotonic()
        try:
            for _ in range(self.processes):
                self.start()
            while self.left() and time.monotonic() - start < limit:
                time.sleep(self.chance.uniform(*pause))
                if report.kills < kills:
                    self.kill()
                    self.start()
                    report.kills += 1
            report.seconds = time.monotonic() - start
            self.judge(report)
        finally:
            for _, process in self.running:
                process.kill()
                process.wait()
        return report

    def start(self) -> None:
        """Starts a process under a name that none had."""
        self.started += 1
        name = f"worker-{self.started}"
        with (self.directory / "workers.log").open("ab") as log:
            command = [str(WORKER), "work", self.url, name, *self.options]
            process = subprocess.Popen(command, env=environment_with({}), stdout=log, stderr=log)
        self.running.append((name, process))

    def kill(self) -> None:
        """Ends one of the processes as a crash would, and writes down a moment at which it was dead."""
        name, process = self.running.pop(self.chance.randrange(len(self.running)))
        assert process.poll() is None, f"{name} ended by itself with {process.returncode}"
        process.kill()
        process.wait()
        self.sql(f"INSERT INTO killed VALUES ('{name}', extract(epoch FROM clock_timestamp()) * 1000000)")

    def left(self) -> int:
        """Counts the executions that haven't ended."""
        return int(self.sql("SELECT count(*) FROM execution WHERE ended_at IS NULL"))

    def sql(self, statement: str) -> str:
        """Runs a statement."""
        return postgresql.execute(statement, self.url).strip()

    def judge(self, report: Report) -> None:
        """Compares what was written with what has to hold."""
        expected = {
            "tasks that aren't Success": ("SELECT count(*) FROM task WHERE status <> 'Success'", 0),
            "tasks that ended": ("SELECT count(DISTINCT task_id) FROM task_end WHERE status = 'Success'", report.tasks),
            "ends of tasks": ("SELECT count(*) FROM task_end", report.tasks),
            "attempts beside another": (OVERLAPS, 0),
            "executions that count wrong": (
                "SELECT count(*) FROM execution WHERE status <> 'Success' OR unfinished + failed + stopped <> 0",
                0,
            ),
        }
        for what, (statement, right) in expected.items():
            found = int(self.sql(statement))
            if found != right:
                report.faults[what] = f"{found} instead of {right}"
        report.attempts = int(self.sql("SELECT count(*) FROM trace"))
