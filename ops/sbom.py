"""`make sbom`: sbom.cdx.json (CycloneDX 1.6) and docs/licences.md, of the releases that the image installs.

The releases and hashes are those of the compiled file; the licences are what each installed package says of itself.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from guidance import __version__
from ops.paths import ROOT

SBOM = ROOT / "sbom.cdx.json"
COMPILED = ("requirements.txt", "requirements-telemetry.txt")
PAGE = ROOT / "docs" / "licences.md"
_RELEASE = re.compile(
    r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;]+)([^\\\n]*)((?:\\\n\s+--hash=sha256:\w+\s*)+)", re.MULTILINE
)
# As SPDX writes what older packages say in a classifier or in words of their own.
_SPDX = {
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache-2.0 License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "ISC License (ISCL)": "ISC",
}
NOT_INSTALLED = "not installed here"


@dataclass(frozen=True)
class Component:
    """One release that is installed with the bot."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str

    def to_cyclonedx(self) -> dict[str, Any]:
        """Return it as a component of CycloneDX."""
        purl = f"pkg:pypi/{self.name}@{self.version}"
        known = {"licenses": [{"expression": self.licence}]} if self.licence != NOT_INSTALLED else {}
        return {
            "type": "library",
            "bom-ref": purl,
            "name": self.name,
            "version": self.version,
            "purl": purl,
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/project/{self.name}/{self.version}/",
                    "hashes": [{"alg": "SHA-256", "content": each} for each in self.hashes],
                }
            ],
            **known,
        }


def components() -> Iterator[Component]:
    """Every release of the compiled files, once."""
    text = "".join((ROOT / name).read_text("utf-8") for name in COMPILED)
    for name, version, hashes in sorted(
        {(name, version, hashes) for name, version, _, hashes in _RELEASE.findall(text)}
    ):
        yield Component(name, version, tuple(re.findall(r"sha256:(\w+)", hashes)), licence_of(name))


def licence_of(name: str) -> str:
    """What the installed package says, as an SPDX expression where that can be told."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return NOT_INSTALLED
    if expression := said.get_all("License-Expression"):
        return str(expression[0])
    classifiers = [line for line in said.get_all("Classifier") or [] if line.startswith("License ::")]
    words = [*(line.rsplit(" :: ", 1)[-1] for line in classifiers), *(said.get_all("License") or [])]
    return next((_SPDX.get(each, each) for each in words if each != "OSI Approved"), "unknown")


def sbom() -> str:
    """The bill of materials; the same requirements make the same file, byte for byte."""
    found = list(components())
    product = f"pkg:pypi/sharing-guide@{__version__}"
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": product,
                "name": "sharing-guide",
                "version": __version__,
                "purl": product,
                "licenses": [{"expression": "MIT"}],
            }
        },
        "components": [each.to_cyclonedx() for each in found],
        "dependencies": [{"ref": product, "dependsOn": [f"pkg:pypi/{each.name}@{each.version}" for each in found]}],
    }
    return json.dumps(bill, indent=1) + "\n"


def licences_page() -> str:
    """The same as a table to read."""
    rows = [f"| {each.name} | {each.version} | {each.licence} |" for each in components()]
    head = (
        "# Licences of what is installed",
        "",
        "Written by `make sbom` from the compiled requirements and what each package says of itself. `sbom.cdx.json`",
        "has the same with hashes, as CycloneDX 1.6. Sharing Guide itself is under the [MIT licence](../LICENSE).",
        "",
        "| package | release | licence |",
        "|---|---|---|",
    )
    return "\n".join((*head, *rows)) + "\n"


def written() -> dict[Path, str]:
    """Each file with what it should hold."""
    return {SBOM: sbom(), PAGE: licences_page()}


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
        print(f"written: {path.relative_to(ROOT)}")
