"""`make assurance`: write docs/assurance anew."""

from tests.assurance import FOLDER, pages

FOLDER.mkdir(exist_ok=True)
for name, text in pages().items():
    (FOLDER / name).write_text(text, encoding="utf-8")
