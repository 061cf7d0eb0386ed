"""What is in deploy/ and the Containerfile fits the product that it deploys."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pycep
import pytest
import yaml

from bot.config.council import CouncilSettings
from bot.config.settings import Settings
from bot.edge import web
from bot.outbox_sender import sender
from ops.paths import ROOT
from tests.bot.storage.shelf import KEY
from tests.ops.test_distribution import PACKAGES

COMPOSE, AZURE = ROOT / "deploy" / "compose", ROOT / "deploy" / "azure"
CONTAINERFILE = (ROOT / "Containerfile").read_text("utf-8")


def test_the_image_has_every_package_and_nothing_that_is_not_there() -> None:
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", CONTAINERFILE, re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert set(PACKAGES) <= names
    assert [name for name in names if not (ROOT / name).exists()] == []
    allowed = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    shown = {
        name.replace("requirements-telemetry", "requirements*").replace("requirements.", "requirements*.")
        for name in names
    }
    assert {f"!{name}" for name in shown} == {line for line in allowed if line.startswith("!")}


def test_the_image_runs_without_root_and_hears_sigterm() -> None:
    assert re.search(r"^USER (?!0)\d+:\d+$", CONTAINERFILE, re.MULTILINE)
    assert re.search(r"^ENTRYPOINT \[", CONTAINERFILE, re.MULTILINE), "a shell in between would not pass signals on"
    assert "/healthz" in CONTAINERFILE
    assert CONTAINERFILE.count("--require-hashes") == 2


def test_the_dashboard_and_the_alerts_ask_for_metrics_that_there_are() -> None:
    source = (ROOT / "bot" / "telemetry" / "measuring.py").read_text("utf-8")
    made = {
        name.replace(".", "_")
        for name in re.findall(r'name\("([\w.]+)"\)|^ +"([\w.]+)": ', source, re.M)
        for name in name
        if name
    }
    endings = r"(?:_seconds)?(?:_bucket|_count|_sum|_total)?$"
    monitoring = ROOT / "deploy" / "monitoring"
    alerts = yaml.safe_load((monitoring / "alerts.yaml").read_text("utf-8"))["groups"][0]["rules"]
    panels = json.loads((monitoring / "dashboard.json").read_text("utf-8"))["panels"]
    asked = [rule["expr"] for rule in alerts] + [target["expr"] for panel in panels for target in panel["targets"]]
    named = {re.sub(endings, "", name) for text in asked for name in re.findall(r"sharing_guide_(\w+)", text)}
    assert named - made == set()
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert [rule["alert"] for rule in alerts if f"| `{rule['alert']}` |" not in page] == []
    assert made - named - {"service_name", "service_version", "service_instance_id"} == set()


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("compose-spec", "deploy/compose/compose.yaml"),
        ("github-workflows", ".github/workflows/*.yml"),
        ("dependabot", ".github/dependabot.yml"),
    ],
)
def test_a_file_that_others_read_is_of_the_form_that_they_publish(schema: str, files: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    found = sorted(ROOT.glob(files))
    said = subprocess.run([*command, *found], check=False, capture_output=True, text=True)
    assert (len(found) > 0, said.returncode, said.stdout) == (True, 0, "ok -- validation done\n")


def test_the_linter_finds_nothing_in_the_containerfile() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    said = subprocess.run([linter, ROOT / "Containerfile"], check=False, capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")


def test_the_services_of_the_compose_file_name_networks_and_services_that_there_are() -> None:
    read = yaml.safe_load((COMPOSE / "compose.yaml").read_text("utf-8"))
    for service in read["services"].values():
        assert set(service["networks"]) <= set(read["networks"])
        assert set(service.get("depends_on", ())) <= set(read["services"])


def test_the_instances_of_the_compose_file_have_settings_that_the_bot_takes() -> None:
    services = yaml.safe_load((COMPOSE / "compose.yaml").read_text("utf-8"))["services"]
    given = {"STORAGE_KEY": KEY}
    for name in ("one", "two"):
        environment = {
            setting: re.sub(
                r"\$\{(\w+)[^}]*\}", lambda said: given.get(said[1], "" if ":-" in said[0] else "given"), value
            )
            for setting, value in services[name]["environment"].items()
        }
        settings = Settings.from_environment(environment)
        assert settings.database_url.get_secret_value().startswith("postgresql://guide:")
        assert f"server {name}:{settings.port} " in (COMPOSE / "nginx.conf").read_text("utf-8")
        assert services[name]["read_only"]
        assert services[name]["env_file"] == ".env"
    assert "environment" not in services["proxy"]


def test_the_bicep_template_can_be_read_and_gives_the_bot_settings_that_there_are() -> None:
    text = (AZURE / "main.bicep").read_text("utf-8")
    template = pycep.BicepParser().parse(text=text)
    assert {"app", "bot", "database", "vault", "environment", "logs", "network", "identity"} <= set(
        template["resources"]
    )
    known = {setting.name for setting in Settings.documented()}
    named = set(re.findall(r"name: '((?:[A-Z][A-Z_]+|MicrosoftApp\w+))'", text))
    assert {"DATABASE_URL", "STORAGE_KEY", "MicrosoftAppId"} <= named <= known
    passed = json.loads((AZURE / "main.parameters.json").read_text("utf-8"))["parameters"]
    assert set(passed) <= set(template["parameters"])
    assert {name for name, one in template["parameters"].items() if one.get("default") is None} <= set(passed)
    councils = {str(field.alias) for field in CouncilSettings.model_fields.values()}
    assert {name: name for name in councils} == {
        name: value.strip("${=}") for name, value in passed["settings"]["value"].items()
    }


def test_an_instance_has_time_to_end_before_it_is_killed() -> None:
    needed = web._SHUTDOWN_SECONDS + sender._LONGEST_SEND_SECONDS
    assert needed < int(
        re.findall(r"terminationGracePeriodSeconds: (\d+)", (AZURE / "main.bicep").read_text("utf-8"))[0]
    )
    assert needed < int(re.findall(r"stop_grace_period: (\d+)s", (COMPOSE / "compose.yaml").read_text("utf-8"))[0])


def test_azd_finds_the_service_by_its_tag() -> None:
    services = yaml.safe_load((ROOT / "azure.yaml").read_text("utf-8"))["services"]
    assert re.findall(r"'azd-service-name': '(\w+)'", (AZURE / "main.bicep").read_text("utf-8")) == list(services)
