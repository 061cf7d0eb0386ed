"""The drawing of cards tells what fits from what does not."""

import json
import re
from typing import Any

from tests.browser.drawing import THEMES, WIDTHS, DrawingBoard, host_config, style_sheet


def card_with(*body: dict[str, Any], title: str = "Next") -> dict[str, Any]:
    actions = [{"type": "Action.Execute", "title": title, "verb": "next"}]
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": actions}


def text(words: str) -> dict[str, Any]:
    return {"type": "TextBlock", "text": words, "wrap": True}


async def test_what_fits_is_drawn_at_every_width_in_every_theme(board: DrawingBoard) -> None:
    drawings = await board.draw(card_with(text("A few plain words. " * 20)))

    assert {(drawing.width, drawing.theme) for drawing in drawings} == {(w, t) for w in WIDTHS for t in THEMES}
    assert [drawing.too_wide for drawing in drawings] == [()] * 4
    assert len({drawing.picture for drawing in drawings}) == 4


async def test_a_title_that_its_button_cuts_off_is_reported(board: DrawingBoard) -> None:
    narrow, *_ = await board.draw(card_with(title="A title much too long for any button on a telephone"))

    assert any("A title much too long" in what for what in narrow.too_wide)


async def test_a_long_note_may_scroll_inside_its_box(board: DrawingBoard) -> None:
    note = {"type": "Input.Text", "id": "note", "label": "Details", "isMultiline": True, "value": "line\n" * 50}

    assert [drawing.too_wide for drawing in await board.draw(card_with(note))] == [()] * 4


def test_themes_differ_in_colours_and_heights_alone() -> None:
    """What fits in one fits in the other, so every card is drawn in one alone."""
    light, dark = ([_but_colours(text) for text in _settings(theme)] for theme in THEMES)
    assert light == dark
    assert all(_settings(THEMES[0]))


def _settings(theme: str) -> tuple[str, str]:
    return json.dumps(host_config(theme), sort_keys=True), style_sheet(theme).read_text(encoding="utf-8")


def _but_colours(text: str) -> list[str]:
    return re.sub(r"#[0-9A-Fa-f]{3,8}\b|\b(white|black|transparent)\b|\bheight: \d+px", "", text).split()
