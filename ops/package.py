"""`make package`: the Teams app package, a zip of the manifest and two icons, made from the council's settings."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.config.setting_types import PublicUrl
from guidance import __version__
from ops.paths import ROOT, VAR

PACKAGE = VAR / "sharing-guide.zip"
FOLDER = ROOT / "ops" / "manifest"
_SOME_DAY = (2026, 1, 1, 0, 0, 0)  # the same settings make the same file, byte for byte

Guid = Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$")]


class PackageError(Exception):
    """The package cannot be made; the text is the one line to show."""


class PackageSettings(BaseModel):
    """What the manifest says of the council and the bot."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    bot_id: Guid = Field(alias="MicrosoftAppId", description="the bot's app id")
    council_name: str = Field(alias="COUNCIL_NAME", max_length=32, description="shown as the app's maker")
    website_url: PublicUrl = Field(alias="COUNCIL_WEBSITE_URL", description="where people find out about the app")
    privacy_notice_url: PublicUrl = Field(alias="PRIVACY_NOTICE_URL", description="the privacy notice")
    terms_of_use_url: PublicUrl = Field(alias="TERMS_OF_USE_URL", description="the terms for using the app")
    guidance_url: PublicUrl | None = Field(None, alias="GUIDANCE_URL", description="the council's guidance")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings. Raises PackageError, naming everything that is missing or wrong."""
        names = [str(field.alias) for field in cls.model_fields.values()]
        given = {name: value for name in names if (value := environ.get(name, "").strip())}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            raise PackageError(_complaint(error)) from None

    @property
    def domains(self) -> list[str]:
        """The hosts that the app's links lead to."""
        urls = (self.website_url, self.privacy_notice_url, self.terms_of_use_url, self.guidance_url)
        return sorted({host for url in urls if url and (host := urlsplit(url).hostname)})


def main(arguments: list[str]) -> int:
    """Build the package at the path given; returns the exit code, having said in one line what was missing."""
    path = Path(arguments[0]) if arguments else PACKAGE
    try:
        build(PackageSettings.from_environment(os.environ), path)
    except (PackageError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Built {path}. Upload it in the Teams admin centre, or in Teams under Apps, Manage your apps.")
    return 0


def build(settings: PackageSettings, path: Path) -> None:
    """Write the package. Raises OSError when it cannot be written."""
    icons = {name: (FOLDER / name).read_bytes() for name in ("color.png", "outline.png")}
    files = {"manifest.json": manifest(settings).encode(), **icons}
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as package:
        for name, content in files.items():
            package.writestr(ZipInfo(name, _SOME_DAY), content, ZIP_DEFLATED)


def manifest(settings: PackageSettings) -> str:
    """Return the manifest as JSON."""
    templates = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  JSON, not HTML: finalize writes every value as JSON
        finalize=json.dumps,
    )
    return templates.get_template("manifest.json.j2").render(
        settings.model_dump(exclude={"guidance_url"})
        | {
            "version": __version__,
            "teams_app_id": settings.bot_id,
            "valid_domains": settings.domains,
        }
    )


def _complaint(error: ValidationError) -> str:
    missing = [str(one["loc"][0]) for one in error.errors() if one["type"] == "missing"]
    wrong = [f"{one['loc'][0]}: {one['msg']}" for one in error.errors() if one["type"] != "missing"]
    lines = ([f"Not set: {', '.join(missing)}"] if missing else []) + wrong
    return "The package was not built. " + "; ".join(lines) + "."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
