"""The pages of the flows in docs/flows: written, or compared with what would be written."""

from pathlib import Path

from cards.pages.page import page
from dialogs.flows.registry import FLOWS

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "flows"


def render_pages() -> dict[str, str]:
    """Each page as it would be written now, by its file's name."""
    return {f"{name}.md": page(flow) for name, flow in FLOWS.items()}


def write_pages() -> list[str]:
    """Write every page, and remove those of flows that are gone; the names of the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = render_pages()
    for name in _kept() - set(pages):
        (FOLDER / name).unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return list(pages)


def stale_pages() -> list[str]:
    """The names of the pages that are missing, not as they would be written now, or of no flow."""
    pages = render_pages()
    changed = [name for name, text in pages.items() if name not in _kept() or _read(name) != text]
    return sorted({*changed, *(_kept() - set(pages))})


def _kept() -> set[str]:
    return {path.name for path in FOLDER.glob("*.md")}


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
