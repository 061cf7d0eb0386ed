"""Write the pages of the flows in docs/flows, or compare them with what would be written."""

from pathlib import Path

from cards.pages.page import render_page
from dialogs.flows.registry import FLOWS

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "flows"


def render() -> dict[str, str]:
    """Return the text of each page by its file's name."""
    return {f"{name}.md": render_page(flow) for name, flow in FLOWS.items()}


def write() -> list[str]:
    """Write every page, remove those of flows that are gone, and return the names of the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = render()
    for name in _existing() - set(pages):
        (FOLDER / name).unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return list(pages)


def stale() -> list[str]:
    """Return the names of the pages that are missing, out of date, or of no flow."""
    pages = render()
    changed = [name for name, text in pages.items() if name not in _existing() or _read(name) != text]
    return sorted({*changed, *(_existing() - set(pages))})


def _existing() -> set[str]:
    return {path.name for path in FOLDER.glob("*.md")}


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
