"""What a client or a keyboard puts into a text unseen is not there when it is read."""

import pytest

from dialogs.text.as_meant import as_meant
from dialogs.text.clauses import normalise


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("P\u200b", "P"),
        ("\ufeffmine", "mine"),
        ("mine \U0001f44d", "mine"),
        ("mine\U0001f44d\U0001f3fd", "mine"),
        ("yes! \u2705\ufe0f", "yes!"),
        ("my\u00adcase", "mycase"),
        ("school\u00a0nurse", "school nurse"),
        ("P &amp; R have asthma", "P & R have asthma"),
        ("mum&#39;s letter", "mum's letter"),
        ("mum&rsquo;s letter", "mum\u2019s letter"),
        ("&nbsp;approvals here", "approvals here"),
        ("5 &lt; 6 &gt; 4", "5 < 6 > 4"),
        ("&amp;lt;", "&lt;"),
        ("R&D &copy that", "R&D &copy that"),
        ("tell mum &notify dad", "tell mum &notify dad"),
        ("\U0001f44d", "\U0001f44d"),
        ("he \U0001f600 smiled", "he \U0001f600 smiled"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 came", "\U0001f468\u200d\U0001f469\u200d\U0001f467 came"),
        ("my\u200dcase", "mycase"),
        ("a\nb", "a\nb"),
        ("one\n\ntwo \u2764\ufe0f", "one\n\ntwo"),
        ("3.9(a)", "3.9(a)"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_its_writer_saw_it(typed: str, meant: str) -> None:
    assert as_meant(typed) == meant
    assert as_meant(meant) in (meant, "<")


@pytest.mark.parametrize("quote", "\u2018\u2019\u201b\u2032\u02bc\u00b4`")
def test_every_mark_that_is_typed_for_an_apostrophe_is_one(quote: str) -> None:
    assert normalise(f"it{quote}s mine") == "it's mine"
