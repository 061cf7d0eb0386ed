"""The pages of the flows in docs/flows: written, or compared with what would be written."""

from pathlib import Path

from cards.pages.page import render_page
from dialogs.flows.registry import FLOWS

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "flows"


def render_pages() -> dict[str, str]:
    """Return each page as it would be written now, by its file's name."""
    return {f"{name}.md": render_page(flow) for name, flow in FLOWS.items()}


def write_pages() -> list[str]:
    """Write every page and remove those of flows that are gone. Returns the names of the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = render_pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return list(pages)


def stale_pages() -> list[str]:
    """Return the names of the pages that are missing, differ from what would be written now, or have no flow."""
    pages = render_pages()
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in {*pages, *kept} if pages.get(name) != kept.get(name))
