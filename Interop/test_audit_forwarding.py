"""The audit log at a syslog server: over UDP, TCP and TLS, with servers that are away, end, or read nothing."""

import ssl
import time

import pytest
from harness.accounts import password_of
from harness.management import Management
from harness.postgresql import SERVER_URL, create_database, drop_database
from harness.server import Haven, free_port
from harness.syslog import SyslogServer
from harness.tls import Authority

pytestmark = pytest.mark.haven_only


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    """Those who certify the syslog servers."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def server(fresh_server, authority) -> Haven:
    """A registry that trusts the tests' authority."""
    return fresh_server(settings={"HAVEN_SYSLOG_CA_FILE": str(authority.certificate)}).start()


@pytest.fixture
def admin(server) -> Management:
    """The administrator's client."""
    return Management(server.url, ("admin", password_of("admin")))


def security(authority: Authority, directory) -> ssl.SSLContext:
    """What a TLS server presents, by an authority."""
    certificate, key = directory / "syslog.crt", directory / "syslog.key"
    authority.issue(certificate, key, "syslog")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def forward(api: Management, endpoint: str, **items) -> None:
    """Changes where the log is sent to."""
    api.expect("PUT", "/configurations", json={"audit_log_forward_endpoint": endpoint, **items})


def make(api: Management, *names: str) -> list[str]:
    """Makes labels, each of which is an event, and gives their names."""
    for name in names:
        api.expect("POST", "/labels", 201, json={"name": name, "scope": "g"})
    return list(names)


def first_ones(resources: list[str], wanted: list[str]) -> list[str]:
    """Gives those that are wanted in the order in which each came first: what was sent may come again."""
    return list(dict.fromkeys(name for name in resources if name in wanted))


@pytest.mark.parametrize("transport", ["udp", "tcp", "tls"])
def test_events_arrive_in_the_form_of_the_specification(server, admin, authority, tmp_path, transport):
    """Whole, in order, with who did it, and with no line but their own, whatever things are called."""
    tls = security(authority, tmp_path) if transport == "tls" else None
    with SyslogServer(transport, tls) as syslog:
        forward(admin, syslog.endpoint)
        hostile = 'x]"\\ 王 <110>1 - forged'
        names = make(admin, *[f"{transport}-{number}" for number in range(20)], hostile)
        server.cli.create_user("refused", "Right-Pass-1")
        assert Management(server.url, ("refused", "Right-Pass-1")).post("/usergroups", {}).status_code == 403
        assert first_ones(syslog.wait_for(*names), names) == names
        message = next(message for message in syslog.messages if message.resource == hostile)
        assert message.text == f"create label: {hostile}"
        assert (message.priority, message.application, message.identifier) == (13 * 8 + 6, "haven", "create_label")
        assert message.process == str(server.process.pid)
        assert message.parameters["operator"] == "admin" and message.parameters["success"] == "true"
        (listed,) = admin.get("/auditlog-exts", params={"q": f'resource="{names[0]}"'}).json()
        first = next(message for message in syslog.messages if message.resource == names[0])
        assert first.parameters["id"] == str(listed["id"]), "the number tells repeated messages"
        if transport == "udp":
            assert all(len(frame) <= 2048 for frame in syslog.frames)


def test_what_happens_during_an_outage_arrives_after_it(server, admin):
    """In order, also if the registry itself is killed meanwhile; requests don't notice."""
    syslog = SyslogServer("tcp")
    forward(admin, f"127.0.0.1:{syslog.port}")
    names = make(admin, "before")
    syslog.wait_for(*names)
    syslog.stop()
    names += make(admin, *[f"during-{number}" for number in range(30)])
    wait_until_kept(admin, names[-1])
    server.kill()
    server.start()
    names += make(admin, "after")
    with SyslogServer("tcp", port=syslog.port) as again:
        assert first_ones(again.wait_for(*names[1:]), names[1:]) == names[1:]


def wait_until_kept(api: Management, name: str) -> None:
    """Waits until an event is in the database."""
    deadline = time.monotonic() + 120
    while not api.get("/auditlog-exts", params={"q": f"resource={name}"}).json():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_server_that_reads_nothing_slows_nobody_down(server, admin):
    """What it hadn't read when it crashed goes to the one that comes after it."""
    with SyslogServer("tcp") as hanging:
        hanging.is_hanging = True
        begin = time.monotonic()
        forward(admin, hanging.endpoint)
        names = make(admin, *[f"unread-{number}" for number in range(10)])
        wait_until_kept(admin, names[-1])
        deadline = time.monotonic() + 120
        while not hanging.connections:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert not hanging.frames
    crash = time.monotonic()
    with SyslogServer("tcp", port=hanging.port) as syslog:
        later = make(admin, "later")
        arrived = syslog.wait_for(*later)
        # What a connection took twelve seconds ago counts as read.
        if crash - begin < 10:
            assert first_ones(arrived, names) == names


def test_a_database_that_is_skipped_keeps_nothing(server, admin):
    """Records are only sent; those of an outage wait in memory, and a stop sends the last ones."""
    refused = admin.put("/configurations", {"skip_audit_log_database": True})
    assert refused.status_code == 400 and "endpoint" in refused.text
    syslog = SyslogServer("tcp")
    forward(admin, syslog.endpoint, skip_audit_log_database=True)
    syslog.wait_for(*make(admin, "only-sent"))
    syslog.stop()
    waiting = make(admin, *[f"waiting-{number}" for number in range(10)])
    with SyslogServer("tcp", port=syslog.port) as again:
        assert first_ones(again.wait_for(*waiting), waiting) == waiting
        assert admin.get("/auditlog-exts", params={"q": "resource_type=label"}).json() == []
        last = make(admin, "last-second")
        server.stop()
        again.wait_for(*last, seconds=120)


def test_another_server_gets_the_rest(server, admin):
    """The new server gets what happens from then on, the old one nothing more."""
    with SyslogServer("tcp") as first, SyslogServer("tcp") as second:
        forward(admin, first.endpoint)
        first.wait_for(*make(admin, "for-the-first"))
        forward(admin, second.endpoint)
        second.wait_for(*make(admin, "for-the-second"))
        assert "for-the-second" not in first.resources


def test_certificates_are_checked(server, admin, tmp_path, tmp_path_factory):
    """A server that somebody else certified gets nothing; the log says why."""
    stranger = Authority(tmp_path_factory.mktemp("stranger"))
    with SyslogServer("tls", security(stranger, tmp_path)) as syslog:
        forward(admin, syslog.endpoint)
        make(admin, "secret")
        deadline = time.monotonic() + 120
        while "syslog server can't be reached" not in server.log_path.read_text():
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert "CERTIFICATE_VERIFY_FAILED" in server.log_path.read_text()
        assert syslog.frames == []


@pytest.mark.parametrize(
    ("endpoint", "reason"),
    [
        ("log.example.com", "no port"),
        ("https://log.example.com:514", "udp://, tcp:// or tls://"),
        ("tls://log.example.com:70000", "1 to 65535"),
        ("udp://::1:514", "brackets"),
        ("tcp://:514", "no host"),
    ],
)
def test_endpoints_that_make_no_sense_are_refused(sqlite_world, endpoint, reason):
    """With a sentence that says what is wrong."""
    admin = Management(sqlite_world.server.url, ("admin", password_of("admin")))
    answer = admin.put("/configurations", {"audit_log_forward_endpoint": endpoint})
    assert answer.status_code == 400 and reason in answer.text and "audit_log_forward_endpoint" in answer.text


@pytest.mark.slow
@pytest.mark.skipif(not SERVER_URL, reason="HAVEN_TEST_POSTGRESQL_URL is not set")
def test_two_nodes_send_each_record_once(binary, tmp_path):
    """One of them sends for both; when it is killed the other goes on, and nothing is missing."""
    url = create_database()
    try:
        with SyslogServer("tcp") as syslog, Haven(tmp_path / "one", database_url=url) as one:
            with Haven(tmp_path / "two", database_url=url) as two:
                clients = [Management(node.url, ("admin", password_of("admin"))) for node in (one, two)]
                forward(clients[0], syslog.endpoint)
                time.sleep(2)  # the other one learns of it within a second
                names = [make(clients[number % 2], f"shared-{number}")[0] for number in range(20)]
                arrived = [name for name in syslog.wait_for(*names) if name.startswith("shared-")]
                assert sorted(arrived) == sorted(names), "each once"
                assert len(syslog.connections) == 1
                sender = next(message.process for message in syslog.messages)
                first, second = (one, two) if sender == str(one.process.pid) else (two, one)
                first.kill()
                rest = make(Management(second.url, clients[0].session.auth), "alone-1", "alone-2")
                assert first_ones(syslog.wait_for(*rest), rest) == rest
    finally:
        drop_database(url)


def test_metrics_tell_how_it_goes(server, admin):
    """What was sent, and what waits while there is no server."""

    def metric(name: str) -> float:
        answer = admin.session.get(f"{server.url}/metrics")
        return next(float(line.split()[-1]) for line in answer.text.splitlines() if line.startswith(name))

    forward(admin, f"127.0.0.1:{free_port()}")
    make(admin, "waits-1", "waits-2")
    deadline = time.monotonic() + 120
    while metric('haven_audit_forward_waiting{queue="database"}') < 2:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert metric("haven_audit_forward_sent_total") == 0
    with SyslogServer("udp") as syslog:
        forward(admin, syslog.endpoint)
        syslog.wait_for("waits-1", "waits-2")
        deadline = time.monotonic() + 120
        while metric("haven_audit_forward_sent_total") < 2:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert metric("haven_audit_forward_dropped_total") == 0
