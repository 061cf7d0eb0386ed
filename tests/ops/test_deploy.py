"""What is in deploy/ and the Containerfile fits the product that it deploys."""

import re

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
