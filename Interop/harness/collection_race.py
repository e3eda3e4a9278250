"""Clients that push, mount, copy, delete and restore the same few blobs while they are collected, from a printed seed."""

import json
import random
import threading
import time
from collections import Counter

import requests

from harness.accounts import password_of
from harness.layouts import assert_image_complete
from harness.management import Management, repository_in_path
from harness.registry import Registry, digest_of, encoded, image_manifest
from harness.server import Haven

PROJECTS = ["race-a", "race-b"]
# So few contents that everybody pushes the same ones all the time.
CONTENTS = 30
# So few images each that most blobs are free again and again.
KEPT = 1


class Interrupted(Exception):
    """The server ended before it answered: what was asked may have happened or not."""


class Client(threading.Thread):
    """Does one thing after the other in two repositories of its own; remembers which images it was promised."""

    def __init__(self, race: "Race", number: int):
        super().__init__(daemon=True)
        self.race = race
        self.number = number
        self.random = random.Random(f"{race.seed} {number}")
        self.repository = f"{PROJECTS[number % 2]}/app{number}"
        self.copies = f"{PROJECTS[self.random.randrange(2)]}/copy{number}"
        self.registry = Registry(race.server.url, ("admin", password_of("admin")))
        self.api = Management(race.server.url, ("admin", password_of("admin")))
        # Repository and digest of every image that was acknowledged and not deleted since.
        self.promised: set[tuple[str, str]] = set()
        self.done: Counter[str] = Counter()
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            while not self.race.is_over.is_set():
                try:
                    self.step()
                except (requests.RequestException, Interrupted):
                    self.done["interrupted"] += 1
                    self.race.is_up.wait(120)
        except BaseException as error:  # told in the main thread
            self.error = error
            self.race.is_over.set()

    def step(self) -> None:
        """Pushes; when there are enough images, looks at one and does something to it."""
        self.race.count_step()
        if len(self.promised) < KEPT or self.random.random() < 0.3:
            self.push()
            return
        repository, digest = self.random.choice(sorted(self.promised))
        self.check(repository, digest)
        act = self.random.choice([self.delete, self.delete, self.restore, self.copy, self.push_again])
        act(repository, digest)

    def check(self, repository: str, digest: str) -> None:
        """Pulls an image with all its blobs."""
        assert_image_complete(self.registry, repository, digest)
        self.done["pull"] += 1

    def push(self) -> None:
        """Pushes an image of shared blobs as a client does; refused, it begins anew."""
        contents = [self.race.contents[self.random.randrange(CONTENTS)] for _ in range(1 + self.random.randrange(3))]
        document = {
            **image_manifest(contents[0], contents[1:]),
            "annotations": {"n": str(self.random.randrange(1000))},
        }
        data = encoded(document)
        for _ in range(200):
            for content in contents:
                self.provide(content)
            answer = self.answered(self.registry.put_manifest(self.repository, digest_of(data), data))
            if answer.status_code == 201:
                self.promised.add((self.repository, digest_of(data)))
                self.done["push"] += 1
                return
            # Without a grace period a blob may go before its manifest comes.
            assert answer.status_code == 404 and "BLOB_UNKNOWN" in answer.text, answer.text
            self.done["refused"] += 1
        raise AssertionError("refused two hundred times")

    def provide(self, content: bytes) -> None:
        """Asks whether the blob is there, mounts it or uploads it."""
        digest = digest_of(content)
        path = f"/v2/{self.repository}/blobs/uploads/"
        way = self.random.randrange(4)
        if way == 0 and self.answered(self.registry.blob(self.repository, digest, "HEAD")).status_code == 200:
            return
        if way == 1:
            source = self.race.clients[self.random.randrange(len(self.race.clients))].repository
            parameters = {"mount": digest, "from": source}
            scopes = (f"repository:{self.repository}:pull,push", f"repository:{source}:pull")
            answer = self.answered(self.registry.request("POST", path, params=parameters, scopes=scopes))
            if answer.status_code == 201:
                self.done["mount"] += 1
                return
            assert answer.status_code == 202, answer.text
            answer = self.answered(self.registry.finish_upload(answer.headers["Location"], digest, content))
        elif way == 2:
            answer = self.answered(self.registry.request("POST", path))
            assert answer.status_code == 202, answer.text
            answer = self.answered(self.registry.finish_upload(answer.headers["Location"], digest, content))
        else:
            headers = {"Content-Type": "application/octet-stream"}
            answer = self.answered(
                self.registry.request("POST", path, params={"digest": digest}, data=content, headers=headers)
            )
        assert answer.status_code == 201, f"{answer.status_code} {answer.text}"

    def push_again(self, repository: str, digest: str) -> None:
        """Uploads the blobs of an image that is there once more."""
        for part in self.registry.manifest(repository, digest).json()["layers"]:
            content = next(each for each in self.race.contents if digest_of(each) == part["digest"])
            self.registry.push_blob(repository, content)
        self.check(repository, digest)

    def delete(self, repository: str, digest: str) -> None:
        """Deletes an image, for good at once or by way of the trash."""
        purge = self.random.choice(["true", "false"])
        self.promised.discard((repository, digest))
        answer = self.answered(self.api.delete(self.path(repository, digest), params={"purge": purge}))
        assert answer.status_code == 200, answer.text
        if purge == "false":
            answer = self.answered(self.api.delete(self.trashed(repository, digest)))
            assert answer.status_code == 200, answer.text
        self.done["deletion"] += 1

    def trashed(self, repository: str, digest: str) -> str:
        """Finds an image in the trash."""
        project = repository.split("/")[0]
        query = {"q": f"digest={digest},repository_name={repository}"}
        entries = self.answered(self.api.get(f"/projects/{project}/trash", params=query)).json()
        return f"/projects/{project}/trash/{entries[0]['id']}"

    def restore(self, repository: str, digest: str) -> None:
        """Deletes an image and has it back."""
        self.promised.discard((repository, digest))
        answer = self.answered(self.api.delete(self.path(repository, digest)))
        assert answer.status_code == 200, answer.text
        answer = self.answered(self.api.post(f"{self.trashed(repository, digest)}/restore"))
        assert answer.status_code == 200, answer.text
        self.promised.add((repository, digest))
        self.check(repository, digest)
        self.done["restoration"] += 1

    def copy(self, repository: str, digest: str) -> None:
        """Copies an image and deletes the one that it was copied from."""
        if repository == self.copies:
            return
        project, _, name = self.copies.partition("/")
        path = f"/projects/{project}/repositories/{repository_in_path(name)}/artifacts"
        answer = self.answered(self.api.post(path, params={"from": f"{repository}@{digest}"}))
        assert answer.status_code in (201, 409), answer.text
        self.promised.add((self.copies, digest))
        self.delete(repository, digest)
        self.check(self.copies, digest)
        self.done["copy"] += 1

    @staticmethod
    def path(repository: str, digest: str) -> str:
        """Names an artifact in the management API."""
        project, _, name = repository.partition("/")
        return f"/projects/{project}/repositories/{repository_in_path(name)}/artifacts/{digest}"

    @staticmethod
    def answered(answer: requests.Response) -> requests.Response:
        """A server that is being ended answers 503."""
        if answer.status_code >= 500:
            raise Interrupted(f"{answer.status_code} {answer.text}")
        return answer


class Race:
    """Clients and a collector on one server, which may be killed meanwhile."""

    def __init__(self, server: Haven, seed: int, clients: int = 4, steps: int | None = None):
        self.server = server
        self.seed = seed
        self.random = random.Random(seed)
        self.contents = [self.random.randbytes(20 + 37 * number) for number in range(CONTENTS)]
        self.api = Management(server.url, ("admin", password_of("admin")))
        self.is_over = threading.Event()
        self.is_up = threading.Event()
        self.is_up.set()
        self.steps = steps
        self.taken = 0
        self.lock = threading.Lock()
        self.collections: Counter[str] = Counter()
        for name in PROJECTS:
            self.api.expect("POST", "/projects", json={"project_name": name, "metadata": {"public": "false"}})
        self.clients = [Client(self, number) for number in range(clients)]
        # Repositories are there before anybody mounts from them.
        for client in self.clients:
            client.push()

    def count_step(self) -> None:
        """Ends the race with the last of its steps."""
        with self.lock:
            self.taken += 1
            if self.steps is not None and self.taken >= self.steps:
                self.is_over.set()

    def collect(self) -> None:
        """Collects without a grace period, or with a tiny one, until the race is over."""
        while not self.is_over.is_set():
            body = {
                "schedule": {"type": "Manual"},
                "parameters": {"grace_seconds": self.random.choice([0, 0, 1]), "workers": self.random.randint(1, 10)},
            }
            try:
                answer = self.api.post("/system/gc/schedule", body)
                if answer.status_code == 201:
                    self.watch(int(answer.headers["Location"].rpartition("/")[2]))
                else:
                    # The one that was interrupted goes on.
                    time.sleep(0.1)
            except requests.RequestException:
                self.is_up.wait(120)

    def watch(self, number: int) -> None:
        """Waits until a run has ended."""
        while not self.is_over.is_set():
            run = self.api.expect("GET", f"/system/gc/{number}").json()
            if run["job_status"] not in ("Pending", "Running"):
                assert run["job_status"] == "Success", run
                figures = json.loads(run["job_parameters"])
                self.collections["runs"] += 1
                self.collections["blobs"] += figures["purged_blobs"]
                return
            time.sleep(0.02)

    def run(self, seconds: float, kills: tuple[float, float] | None = None, patience: float = 0) -> None:
        """Lets everybody work for a while; with `kills` the server is killed again and again, with such pauses.

        The race goes on for up to `patience` seconds more until a collection has removed something.
        """
        print(f"race: seed {self.seed}")
        end = time.monotonic() + seconds
        collector = threading.Thread(target=self.collect, daemon=True)
        for thread in [collector, *self.clients]:
            thread.start()
        killed = 0
        while not self.is_over.is_set():
            late = time.monotonic() - end
            if late > patience or (late > 0 and self.collections["blobs"]):
                break
            if kills is None:
                self.is_over.wait(0.2)
                continue
            self.is_over.wait(self.random.uniform(*kills))
            self.is_up.clear()
            self.server.kill()
            self.server.start()
            self.is_up.set()
            killed += 1
        self.is_over.set()
        for thread in [collector, *self.clients]:
            thread.join(300)
            assert not thread.is_alive(), "a client hangs"
        done = sum((client.done for client in self.clients), Counter())
        print(f"race: {dict(sorted(done.items()))}, collections {dict(self.collections)}, {killed} kills")
        for client in self.clients:
            if client.error:
                raise client.error

    def check(self) -> int:
        """Pulls every image that was promised, lets the server verify itself, and gives how many images there were."""
        count = 0
        for client in self.clients:
            for repository, digest in sorted(client.promised):
                client.check(repository, digest)
                count += 1
        self.server.cli.verify()
        return count


def begin(api: Management, path: str, **parameters) -> int:
    """Begins a run, when the one that a killed server left has been taken over and has ended; gives its number."""
    body = {"schedule": {"type": "Manual"}, "parameters": parameters}
    for _ in range(6000):
        answer = api.post(f"{path}/schedule", body)
        if answer.status_code == 201:
            return int(answer.headers["Location"].rpartition("/")[2])
        assert answer.status_code == 409, answer.text
        time.sleep(0.1)
    raise AssertionError("the run before it hasn't ended")


def ended(api: Management, path: str, number: int) -> dict:
    """Waits until a run has ended, and gives what it says of itself."""
    for _ in range(6000):
        run = api.expect("GET", f"{path}/{number}").json()
        if run["job_status"] not in ("Pending", "Running"):
            assert run["job_status"] == "Success", run
            return json.loads(run["job_parameters"])
        time.sleep(0.1)
    raise AssertionError(f"it has not ended: {run}")
