"""How far text stands out from its ground, measured on cards as they are drawn with Teams' own colours."""

from tests.browser.drawing import AT_ONCE, DrawingBoard, batched
from tests.browser.test_drawn_cards import every_part

# WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for text of 24 px, or of 18.66 px in bold. What cannot be worked is left out.
_TOO_FAINT = """() => {
    const read = colour => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return {r, g, b, a}; };
    const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const light = ({r, g, b}) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    const over = (top, under) => Object.fromEntries(
        ["r", "g", "b"].map(one => [one, top[one] * top.a + under[one] * (1 - top.a)]));
    const ground = element => {
        const layers = [];
        for (let one = element; one; one = one.parentElement) layers.push(read(getComputedStyle(one).backgroundColor));
        return layers.reverse().reduce((under, top) => over(top, under), {r: 255, g: 255, b: 255});
    };
    const found = [];
    for (const element of document.querySelectorAll("main *")) {
        const texts = [...element.childNodes].filter(one => one.nodeType === 3);
        const own = texts.map(one => one.data.trim()).join("");
        if (!own || element.closest("[disabled]") || !element.getClientRects().length) continue;
        const style = getComputedStyle(element), under = ground(element), text = over(read(style.color), under);
        const [high, low] = [light(text), light(under)].sort((a, b) => b - a), ratio = (high + 0.05) / (low + 0.05);
        const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
        const least = size >= 24 || (size >= 18.66 && bold) ? 3 : 4.5;
        if (ratio < least) found.push(`${ratio.toFixed(2)} ${style.color}: ${own.slice(0, 40)}`);
    }
    return found;
}"""


# Teams' own red for what is wrong with an answer, where it stands on a shaded box: 3.9 to 1. The colour is not ours.
_OF_TEAMS = "3.92 rgb(196, 49, 75)"


async def test_text_stands_out_from_its_ground(board: DrawingBoard) -> None:
    faint: list[str] = []
    for cards in batched(every_part(), AT_ONCE):
        page = await board.show_all(cards)
        faint += await page.evaluate(_TOO_FAINT)
    assert [one for one in faint if not one.startswith(_OF_TEAMS)] == []


async def test_faint_text_is_noticed(board: DrawingBoard) -> None:
    page = await board.show({"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "x"}]})
    await page.add_style_tag(content="main * {color: #999 !important}")
    assert await page.evaluate(_TOO_FAINT)
