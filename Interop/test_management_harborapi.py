"""harborapi, the most used client library of Harbor, calls each of its methods for what Haven has."""

import inspect
import secrets
import time
from pathlib import Path

import pytest
from harborapi import HarborAsyncClient
from harborapi.exceptions import BadRequest, Forbidden, HarborAPIException, NotFound, Unauthorized
from harborapi.models import (
    Access,
    Configurations,
    CVEAllowlist,
    CVEAllowlistItem,
    ImmutableRule,
    ImmutableSelector,
    Label,
    ProjectMember,
    ProjectMetadata,
    ProjectReq,
    QuotaUpdateReq,
    Repository,
    ResourceList,
    RetentionPolicy,
    RetentionPolicyScope,
    RetentionRule,
    RetentionRuleTrigger,
    RetentionSelector,
    RobotCreate,
    RobotPermission,
    RoleRequest,
    Schedule,
    ScheduleObj,
    Tag,
    UserCreationReq,
    UserEntity,
    UserGroup,
    UserProfile,
)
from harness.accounts import PRIVATE, password_of
from harness.estate import REPOSITORY
from harness.harbor_client import Client, number
from harness.server import ADMIN_PASSWORD

pytestmark = pytest.mark.haven_only

# Words in the names of methods whose features come with later versions, or that Harbor itself has given up.
LATER = ["scan", "replication", "ldap", "registr"]
LATER += ["robots_v1", "robot_v1", "oidc", "vulnerab"]
VERBS = {"get", "get_text", "get_file", "post", "put", "patch", "delete", "head"}


@pytest.fixture(scope="module")
def client(estate) -> Client:
    """The administrator's client."""
    return Client(f"{estate.world.server.url}/api/v2.0", "admin", ADMIN_PASSWORD)


@pytest.fixture
def project(client) -> str:
    """A project of the test's own."""
    name = f"client-{secrets.token_hex(4)}"
    assert "/projects/" in client.create_project(
        ProjectReq(project_name=name, metadata=ProjectMetadata(public="false"))
    )
    return name


@pytest.fixture
def image(estate, client, project) -> str:
    """A repository in that project with an image `v1`; the full name."""
    estate.world.server.cli.add_member(project, "maintainer", "maintainer")
    estate.world.registry("maintainer").push_image(f"{project}/deep/app", "v1", [secrets.token_bytes(64)])
    return "deep/app"


def user_of(client) -> tuple[str, int]:
    """Makes a user; the name and number."""
    name = f"person-{secrets.token_hex(4)}"
    body = UserCreationReq(username=name, password="Str0ngEnough", email=f"{name}@example.com", realname="A Person")
    return name, number(client.create_user(body))


def test_every_method_is_called():
    """A method that a new version of the library brings is noticed here."""
    text = "".join(path.read_text() for path in Path(__file__).parent.glob("test_management_harborapi*.py"))
    methods = [name for name, _ in inspect.getmembers(HarborAsyncClient, inspect.iscoroutinefunction)]
    ours = [
        name for name in methods if name[0] != "_" and name not in VERBS and not any(word in name for word in LATER)
    ]
    assert [name for name in ours if f"client.{name}" not in text] == []


def test_the_registry_itself(client):
    assert client.ping() == "Pong"
    health = client.health_check()
    assert health.status == "healthy" and {c.name for c in health.components} >= {"core", "database", "registry"}
    info = client.get_system_info()
    assert info.auth_mode == "db_auth" and info.harbor_version.startswith("v2.") and info.read_only is False
    volumes = client.get_system_volume_info()
    assert volumes.storage[0].total > volumes.storage[0].free > 0
    statistics = client.get_statistics()
    assert statistics.total_project_count >= 3 and statistics.total_storage_consumption > 0
    assert statistics.total_project_count == statistics.private_project_count + statistics.public_project_count
    permissions = client.get_permissions()
    assert len(permissions.system) >= 70 and len(permissions.project) >= 70
    assert b"NOT_FOUND" in bytes(client.get_system_certificate()), "the library gives the answer as it is"


def test_search(client, image, project):
    found = client.search(project)
    assert [each.name for each in found.project] == [project]
    assert [each.repository_name for each in found.repository] == [f"{project}/{image}"]


def test_users(client):
    name, user = user_of(client)
    shown = client.get_user(user)
    assert (shown.username, shown.email, shown.sysadmin_flag) == (name, f"{name}@example.com", False)
    client.update_user(user, UserProfile(email=f"new-{name}@example.com", realname="Other", comment="here"))
    assert client.get_user_by_username(name).realname == "Other"
    assert [each.username for each in client.get_users(query=f"username={name}")] == [name]
    assert [each.username for each in client.search_users_by_username(name)] == [name]
    client.set_user_admin(user, True)
    assert client.get_user(user).sysadmin_flag is True
    client.set_user_admin(user, False)
    client.set_user_password(user, "An0therSecret")
    own = Client(client.url, name, "An0therSecret")
    assert own.get_current_user().user_id == user
    with pytest.raises(BadRequest):
        own.set_user_password(user, "An0therSecret", "An0therSecret")
    own.set_user_password(user, "Th1rdSecret", "An0therSecret")
    with pytest.raises(Unauthorized):
        own.get_current_user()
    own = Client(client.url, name, "Th1rdSecret")
    with pytest.raises(Forbidden):
        own.get_users()
    try:
        client.set_user_cli_secret(user, "C1iSecret-of-mine")
    except HarborAPIException as failure:
        # Harbor has these for users of OpenID Connect alone.
        assert failure.status_code == 412
    client.delete_user(user)
    with pytest.raises(NotFound):
        client.get_user(user)


def test_who_one_is(client):
    assert client.get_current_user().username == "admin"
    assert client.get_current_user_permissions(scope="/system")
    own = client.get_current_user_permissions(scope="/project/1", relative=True)
    assert any(each.resource == "repository" and each.action == "push" for each in own)


def test_user_groups(client):
    name = f"group-{secrets.token_hex(4)}"
    group = number(client.create_usergroup(UserGroup(group_name=name, group_type=3)))
    assert client.get_usergroup(group).group_name == name
    client.update_usergroup(group, UserGroup(group_name=f"{name}-new"))
    assert [each.id for each in client.get_usergroups(group_name=f"{name}-new")] == [group]
    assert [each.id for each in client.search_usergroups(f"{name}-new")] == [group]
    client.delete_usergroup(group)
    with pytest.raises(NotFound):
        client.get_usergroup(group)


def test_projects(client, project):
    assert client.project_exists(project) and not client.project_exists("absent-project")
    shown = client.get_project(project)
    assert (shown.name, shown.metadata.public, shown.owner_name, shown.repo_count) == (project, "false", "admin", 0)
    assert client.get_project(shown.project_id).name == project
    client.update_project(project, ProjectReq(metadata=ProjectMetadata(public="true", auto_scan="true")))
    assert client.get_project(project).metadata.public == "true"
    assert [each.name for each in client.get_projects(name=project)] == [project]
    assert [each.name for each in client.get_projects(query=f"name={project}")] == [project]
    assert project in [each.name for each in client.get_projects(public=True, owner="admin", page_size=2)]
    summary = client.get_project_summary(project)
    assert (summary.repo_count, summary.project_admin_count) == (0, 1)
    assert client.get_project_deletable(project).deletable is True
    client.delete_project(project)
    with pytest.raises(NotFound):
        client.get_project(project)


def test_project_metadata(client, project):
    client.set_project_metadata(project, ProjectMetadata(prevent_vul="true"))
    assert client.get_project_metadata(project).prevent_vul == "true"
    client.update_project_metadata_entry(project, "prevent_vul", {"prevent_vul": "false"})
    assert client.get_project_metadata_entry(project, "prevent_vul") == {"prevent_vul": "false"}
    client.delete_project_metadata_entry(project, "prevent_vul")
    assert client.get_project_metadata(project).prevent_vul is None


def test_project_members(client, project):
    name, user = user_of(client)
    member = number(client.add_project_member_user(project, name, 2))
    shown = client.get_project_member(project, member)
    assert (shown.entity_name, shown.entity_type, shown.role_id, shown.role_name) == (name, "u", 2, "developer")
    client.update_project_member_role(project, member, RoleRequest(role_id=4))
    assert client.get_project_member(project, member).role_name == "maintainer"
    assert [each.entity_name for each in client.get_project_members(project, entity_name=name)] == [name]
    client.remove_project_member(project, member)
    with pytest.raises(NotFound):
        client.get_project_member(project, member)
    client.add_project_member(project, ProjectMember(role_id=3, member_user=UserEntity(user_id=user)))
    group = number(client.create_usergroup(UserGroup(group_name=f"g-{secrets.token_hex(4)}", group_type=3)))
    client.add_project_member_group(project, group, 3)
    assert {each.entity_type for each in client.get_project_members(project)} == {"u", "g"}


def test_repositories(client, project, image):
    shown = client.get_repository(project, image)
    assert (shown.name, shown.artifact_count) == (f"{project}/{image}", 1)
    client.update_repository(project, image, Repository(description="What it is"))
    assert client.get_repository(project, image).description == "What it is"
    assert [each.name for each in client.get_repositories(project)] == [f"{project}/{image}"]
    everywhere = client.get_repositories(query=f"name=~{project}")
    assert [each.name for each in everywhere] == [f"{project}/{image}"]
    client.delete_repository(project, image)
    with pytest.raises(NotFound):
        client.get_repository(project, image)


def test_artifacts(client, project, image):
    shown = client.get_artifact(project, image, "v1", with_tag=True, with_label=True, with_scan_overview=True,
                                with_signature=True, with_immutable_status=True, with_accessory=True)  # fmt: skip
    assert shown.type == "IMAGE" and [tag.name for tag in shown.tags] == ["v1"] and shown.size > 0
    assert client.get_artifact(project, image, shown.digest).id == shown.id
    client.create_artifact_tag(project, image, "v1", Tag(name="v2"))
    assert {tag.name for tag in client.get_artifact_tags(project, image, "v1")} == {"v1", "v2"}
    client.delete_artifact_tag(project, image, "v1", "v2")
    listed = client.get_artifacts(project, image, with_label=True, with_accessory=True, with_immutable_status=True)
    assert [each.digest for each in listed] == [shown.digest]
    assert [each.digest for each in client.get_project_artifacts(project, with_tag=True)] == [shown.digest]
    assert client.get_artifact_accessories(project, image, "v1") == []
    assert isinstance(client.get_artifact_build_history(project, image, "v1"), list)
    location = client.copy_artifact(project, "copy/here", f"{project}/{image}:v1")
    assert location.startswith("/api/v2.0/projects/")
    assert client.get_artifact(project, "copy/here", "v1").digest == shown.digest
    client.delete_artifact(project, "copy/here", "v1")
    with pytest.raises(NotFound):
        client.get_artifact(project, "copy/here", "v1")
    icon = client.get_icon(shown.icon)
    assert icon.content and icon.content_type.startswith("image/")


def test_labels(client, project, image):
    owner = client.get_project(project).project_id
    name = f"label-{secrets.token_hex(4)}"
    label = number(client.create_label(Label(name=name, scope="p", project_id=owner, color="#FF0000", description="x")))
    assert (client.get_label(label).name, client.get_label(label).color) == (name, "#FF0000")
    client.update_label(label, Label(name=f"{name}-new", scope="p", project_id=owner, color="#00FF00"))
    assert [each.name for each in client.get_labels(scope="p", project_id=owner)] == [f"{name}-new"]
    client.add_artifact_label(project, image, "v1", Label(id=label))
    assert [each.id for each in client.get_artifact(project, image, "v1", with_label=True).labels] == [label]
    client.delete_artifact_label(project, image, "v1", label)
    client.add_artifact_label(project, image, "v1", Label(id=label))
    client.delete_label(label)
    assert not client.get_artifact(project, image, "v1", with_label=True).labels


def test_immutable_tags(client, project, image):
    rule = ImmutableRule(
        disabled=False,
        action="immutable",
        template="immutable_template",
        tag_selectors=[ImmutableSelector(kind="doublestar", decoration="matches", pattern="v*", extras="")],
        scope_selectors={
            "repository": [ImmutableSelector(kind="doublestar", decoration="repoMatches", pattern="**", extras="")]
        },
    )
    client.create_project_immutable_tag_rule(project, rule)
    [made] = client.get_project_immutable_tag_rules(project)
    assert made.tag_selectors[0].pattern == "v*"
    assert client.get_artifact_tags(project, image, "v1", with_immutable_status=True)[0].immutable is True
    with pytest.raises(HarborAPIException) as refused:
        client.delete_artifact_tag(project, image, "v1", "v1")
    assert refused.value.status_code == 412
    client.enable_project_immutable_tagrule(project, made.id, False)
    assert client.get_project_immutable_tag_rules(project)[0].disabled is True
    made.disabled, made.tag_selectors[0].pattern = False, "release-*"
    client.update_project_immutable_tag_rule(project, made.id, made)
    client.delete_artifact_tag(project, image, "v1", "v1")
    client.delete_project_immutable_tag_rule(project, made.id)
    assert client.get_project_immutable_tag_rules(project) == []


def test_robots(client, project):
    name = f"robot-{secrets.token_hex(4)}"
    permission = RobotPermission(
        kind="project", namespace=project, access=[Access(resource="repository", action="list")]
    )
    made = client.create_robot(RobotCreate(name=name, level="project", duration=7, permissions=[permission]))
    assert made.name == f"robot${project}+{name}" and made.secret
    shown = client.get_robot(made.id)
    assert (shown.level, shown.duration, shown.disable) == ("project", 7, False)
    owner = client.get_project(project).project_id
    assert [each.id for each in client.get_robots(query=f"Level=project,ProjectID={owner}")] == [made.id]
    shown.description = "changed"
    client.update_robot(made.id, shown)
    assert client.get_robot(made.id).description == "changed"
    client.refresh_robot_secret(made.id, "An0therSecret")
    robot = Client(client.url, made.name, "An0therSecret")
    assert robot.get_repositories(project) == []
    with pytest.raises(Forbidden):
        robot.get_project_members(project)
    client.delete_robot(made.id)
    with pytest.raises(NotFound):
        client.get_robot(made.id)


def test_quotas(client, project):
    owner = client.get_project(project).project_id
    [quota] = client.get_quotas(reference="project", reference_id=str(owner))
    assert quota.ref["name"] == project if isinstance(quota.ref, dict) else True
    client.update_quota(quota.id, QuotaUpdateReq(hard=ResourceList(root={"storage": 1 << 30})))
    assert client.get_quota(quota.id).hard.root == {"storage": 1 << 30}


def test_settings(client):
    before = client.get_config()
    assert before.token_expiration.value == 30 and before.token_expiration.editable is True
    client.update_config(Configurations(token_expiration=31))
    assert client.get_config().token_expiration.value == 31
    client.update_config(Configurations(token_expiration=30))


def test_cve_allowlist(client):
    client.update_cve_allowlist(CVEAllowlist(items=[CVEAllowlistItem(cve_id="CVE-2026-1234")]))
    assert [each.cve_id for each in client.get_cve_allowlist().items] == ["CVE-2026-1234"]
    client.update_cve_allowlist(CVEAllowlist(items=[]))
    assert not client.get_cve_allowlist().items


def test_audit_logs(client, project, image):
    def pushes():
        entries = client.get_project_logs(project, query="operation=create")
        return [entry for entry in entries if f"{project}/{image}" in entry.resource]

    assert eventually(pushes)
    assert client.get_audit_logs(limit=5, page_size=5)


def eventually(ask, seconds: float = 60):
    """Asks until there is an answer: the audit log is written in batches."""
    deadline = time.monotonic() + seconds
    while not (found := ask()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return found


@pytest.mark.parametrize("person", ["guest", "outsider"])
def test_refusals_are_the_librarys_own(estate, person):
    other = Client(f"{estate.world.server.url}/api/v2.0", person, password_of(person))
    with pytest.raises(Forbidden):
        other.delete_repository(PRIVATE, REPOSITORY)
    with pytest.raises(Forbidden):
        other.get_project("absent-project")


def test_garbage_collection(client):
    """Begin, schedule, history, log."""
    schedule = Schedule(schedule=ScheduleObj(type="Manual"), parameters={"dry_run": True})
    run = number(client.create_gc_schedule(schedule))
    wait_for(lambda: client.get_gc_job(run).job_status == "Success")
    assert run in [each.id for each in client.get_gc_jobs()]
    assert any("would remove" in line for line in client.get_gc_log(run))
    client.update_gc_schedule(Schedule(schedule=ScheduleObj(type="Daily", cron="0 0 3 * * *"), parameters={}))
    assert client.get_gc_schedule().schedule.cron == "0 0 3 * * *"
    client.update_gc_schedule(Schedule(schedule=ScheduleObj(type="None"), parameters={}))


@pytest.mark.parametrize("name", ["purge", "rotation"])
def test_audit_purge(client, name):
    """The library knows the operations under two names."""
    begin, change = client.create_purge_job_schedule, client.update_purge_job_schedule
    one, runs, log = client.get_purge_job, client.get_purge_job_history, client.get_purge_job_log
    schedule, stop = client.get_purge_job_schedule, client.stop_purge_job
    if name == "rotation":
        begin, change = client.create_audit_log_rotation_schedule, client.update_audit_log_rotation_schedule
        one, runs, log = (
            client.get_audit_log_rotation,
            client.get_audit_log_rotation_history,
            client.get_audit_log_rotation_log,
        )
        schedule, stop = client.get_audit_log_rotation_schedule, client.stop_audit_log_rotation
    parameters = {"audit_retention_hour": 240000, "include_event_types": "create_artifact", "dry_run": True}
    run = number(begin(Schedule(schedule=ScheduleObj(type="Manual"), parameters=parameters)))
    wait_for(lambda: one(run).job_status == "Success")
    assert run in [each.id for each in runs()] and "would remove" in log(run)
    stop(run)
    change(Schedule(schedule=ScheduleObj(type="Weekly", cron="0 0 0 * * 0"), parameters=parameters))
    assert schedule().schedule.cron == "0 0 0 * * 0"
    change(Schedule(schedule=ScheduleObj(type="None"), parameters=parameters))


def test_retention(client, project, estate):
    """A policy is made, run, looked at, changed and deleted."""
    estate.world.registry("admin").push_image(f"{project}/app", "v1", [b"kept"])
    selectors = {"kind": "doublestar", "pattern": "**"}
    rule = RetentionRule(
        action="retain",
        template="latestPushedK",
        params={"latestPushedK": 1},
        tag_selectors=[RetentionSelector(decoration="matches", **selectors)],
        scope_selectors={"repository": [RetentionSelector(decoration="repoMatches", **selectors)]},
    )
    scope = RetentionPolicyScope(level="project", ref=client.get_project(project).project_id)
    trigger = RetentionRuleTrigger(kind="Schedule", settings={"cron": ""})
    policy = RetentionPolicy(algorithm="or", rules=[rule], trigger=trigger, scope=scope)
    made = number(client.create_retention_policy(policy))
    assert client.get_project_retention_id(project) == made
    stored = client.get_retention_policy(made)
    assert stored.rules[0].template == "latestPushedK" and stored.scope.ref == scope.ref
    stored.trigger.settings = {"cron": "0 0 3 * * *"}
    client.update_retention_policy(made, stored)
    assert client.get_retention_policy(made).trigger.settings["cron"] == "0 0 3 * * *"
    assert "latestPulledN" in [each.rule_template for each in client.get_retention_metadata().templates]
    run = number(client.start_retention_execution(made, dry_run=True))
    wait_for(lambda: client.get_retention_executions(made)[0].status == "Success")
    assert client.get_retention_executions(made)[0].dry_run is True
    task = client.get_retention_tasks(made, run)[0]
    assert (task.repository, task.total, task.retained) == ("app", 1, 1)
    assert "| v1 | image |" in client.get_retention_execution_task_log(made, run, task.id)
    client.stop_retention_execution(made, run)
    client.delete_retention_policy(made)


def wait_for(condition) -> None:
    """Waits until something is so, three minutes at most."""
    for _ in range(1800):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it did not become so")
