"""The Teams app package."""

import json
import struct
import zlib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema_rs import Draft4Validator

from ops.package import FOLDER, PackageError, PackageSettings, build, main, manifest
from ops.paths import NODE_PACKAGES, ROOT

SETTINGS = {
    "MicrosoftAppId": "6f0d9f3c-2b1e-4c55-8f7a-3d9e5a1b7c20",
    "COUNCIL_NAME": "Fairmere Council",
    "COUNCIL_WEBSITE_URL": "https://www.fairmere.example/sharing-guide",
    "PRIVACY_NOTICE_URL": "https://www.fairmere.example/privacy",
    "TERMS_OF_USE_URL": "https://intranet.fairmere.example/terms",
}


def the_manifest(**changes: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(manifest(PackageSettings.from_environment(SETTINGS | changes)))
    return made


def test_the_manifest_satisfies_microsofts_schema_of_its_version() -> None:
    made = the_manifest()
    schemas = NODE_PACKAGES / "@microsoft" / "app-manifest" / "build" / "json-schemas" / "teams"
    schema = json.loads((schemas / f"v{made['manifestVersion']}" / "MicrosoftTeams.schema.json").read_text("utf-8"))

    assert [error.message for error in Draft4Validator(schema, validate_formats=True).iter_errors(made)] == []
    assert made["$schema"].endswith(f"/v{made['manifestVersion']}/MicrosoftTeams.schema.json")


def test_the_package_holds_the_manifest_and_both_icons_it_names(tmp_path: Path) -> None:
    build(PackageSettings.from_environment(SETTINGS), tmp_path / "made" / "app.zip")

    with ZipFile(tmp_path / "made" / "app.zip") as package:
        icons = json.loads(package.read("manifest.json"))["icons"]
        assert sorted(package.namelist()) == sorted({"manifest.json", *icons.values()})


def test_the_same_settings_make_the_same_package(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        build(PackageSettings.from_environment(SETTINGS), tmp_path / name)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_bot_works_in_personal_chats_teams_and_group_chats() -> None:
    assert the_manifest()["bots"][0]["scopes"] == ["personal", "team", "groupChat"]


def test_the_extension_searches_the_guidance_and_asks_about_a_message() -> None:
    made = the_manifest()
    (extension,) = made["composeExtensions"]
    assert extension["botId"] == made["bots"][0]["botId"]
    kinds = [(one["id"], one["type"], one["context"]) for one in extension["commands"]]
    assert kinds == [("guidance", "query", ["compose", "commandBox"]), ("ask", "action", ["message"])]


def test_danger_practice_and_follow_ups_are_among_the_commands_and_prompts_can_be_changed_first() -> None:
    commands = the_manifest()["bots"][0]["commandLists"][0]["commands"]
    titles = [one["title"] for one in commands]
    assert {"Child in danger now: act first", "Practice", "Follow-ups"} <= set(titles)
    assert sum(one.get("type") == "prompt" for one in commands) >= 2


def test_every_setting_of_the_package_stands_in_the_steps_of_the_teams_administrator() -> None:
    readme = (ROOT / "deploy" / "README.md").read_text("utf-8")
    for field in PackageSettings.model_fields.values():
        assert f"`{field.alias}`" in readme


def test_it_can_be_added_to_private_and_shared_channels() -> None:
    assert the_manifest()["supportsChannelFeatures"] == "tier1"


def test_a_teams_commands_offer_help_alone() -> None:
    lists = {tuple(one["scopes"]): one["commands"] for one in the_manifest()["bots"][0]["commandLists"]}

    assert [command["title"] for command in lists["team", "groupChat"]] == ["Help"]


def test_the_valid_domains_are_those_the_app_links_to() -> None:
    made = the_manifest(GUIDANCE_URL="https://procedures.fairmere.example/sharing")

    assert made["validDomains"] == [
        "intranet.fairmere.example",
        "procedures.fairmere.example",
        "www.fairmere.example",
    ]


def test_a_value_cannot_become_part_of_the_manifest() -> None:
    awkward = 'A", "id": "{{ 7 * 7 }}\\'

    assert the_manifest(COUNCIL_NAME=awkward)["developer"]["name"] == awkward


@pytest.mark.parametrize("name", SETTINGS)
def test_a_missing_setting_is_named_in_one_line(name: str) -> None:
    with pytest.raises(PackageError) as caught:
        PackageSettings.from_environment({one: value for one, value in SETTINGS.items() if one != name})

    assert str(caught.value) == f"The package was not built. Not set: {name}."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MicrosoftAppId", "not-a-guid"),
        ("COUNCIL_NAME", "A council with a name too long for Teams"),
        ("PRIVACY_NOTICE_URL", "http://www.fairmere.example/privacy"),
        ("TERMS_OF_USE_URL", "terms"),
    ],
)
def test_a_setting_that_teams_would_refuse_is_refused_here(name: str, value: str) -> None:
    with pytest.raises(PackageError, match=name):
        PackageSettings.from_environment(SETTINGS | {name: value})


def test_the_command_refuses_in_one_line_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)

    assert main([str(tmp_path / "app.zip")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "app.zip").exists()


def pixels(png: bytes) -> list[bytes]:
    """The pixels of a PNG as ours are stored: 8 bits of red, green, blue and opacity each, rows unfiltered."""
    (width,) = struct.unpack(">I", png[16:20])
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    rows = zlib.decompress(png[start + 4 : start + 4 + length])
    firsts = (row * (width * 4 + 1) + 1 for row in range(width))
    return [rows[first + at : first + at + 4] for first in firsts for at in range(0, width * 4, 4)]


def drawn_in(name: str) -> list[tuple[int, int]]:
    """The first and the last column and row that hold anything but the background."""
    drawn = pixels((FOLDER / name).read_bytes())
    width = round(len(drawn) ** 0.5)
    places = [(at % width, at // width) for at, pixel in enumerate(drawn) if pixel != drawn[0] and pixel[3]]
    return [(min(axis), max(axis)) for axis in zip(*places, strict=True)]


def test_the_colour_icons_symbol_keeps_to_the_middle() -> None:
    assert all(first >= 48 and last < 144 for first, last in drawn_in("color.png"))


def test_the_outline_icon_has_no_padding() -> None:
    assert (0, 31) in drawn_in("outline.png")


@pytest.mark.parametrize(("name", "size"), [("color.png", 192), ("outline.png", 32)])
def test_an_icon_has_the_size_that_teams_asks_for(name: str, size: int) -> None:
    icon = (FOLDER / name).read_bytes()
    assert icon.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", icon[16:24]) == (size, size)


def test_the_outline_is_white_on_nothing() -> None:
    drawn = pixels((FOLDER / "outline.png").read_bytes())

    assert {pixel[:3] for pixel in drawn} == {b"\xff\xff\xff"}
    assert drawn[0][3] == 0
    assert any(pixel[3] == 255 for pixel in drawn)


def test_the_colour_icon_has_no_holes_and_the_manifests_colour_behind_it() -> None:
    drawn = pixels((FOLDER / "color.png").read_bytes())

    assert {pixel[3] for pixel in drawn} == {255}
    assert f"#{drawn[0][:3].hex().upper()}" == the_manifest()["accentColor"]
