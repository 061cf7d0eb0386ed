"""What is in deploy/ and the Containerfile fits the product that it deploys."""

import json
import re

import yaml

from ops.paths import ROOT
from tests.ops.test_distribution import PACKAGES

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
    assert made - named - {"service_name", "service_version", "service_instance_id"} == set()
