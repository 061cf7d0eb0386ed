"""What the model sees of a message: its words, pairs, letters, what they stand for, and where its words lie."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise

from dialogs.understanding.asked.words import Words

WORDS, LETTERS, CONCEPTS, ASKS = "w", "c", "k", "q"
"""Each block of features is brought to its own length, so that the many letters do not drown the few concepts."""


def features(words: Words) -> dict[str, Mapping[str, int]]:
    """Every feature of a message, by its block and its name, with how often it is there, block by block."""
    of_words, of_letters = _spelt(words.plain, words.stems)
    of_concepts = Counter(f"{CONCEPTS}\t{name}" for name in _concept_features(words))
    found = {WORDS: of_words, LETTERS: of_letters, CONCEPTS: of_concepts}
    return found if words.asks is None else {**found, ASKS: Counter(_features_of_asking(words.asks))}


def _features_of_asking(words: Words) -> Iterator[str]:
    """The words and concepts of the sentence that asks, told apart from the same in what is told."""
    names = chain(_word_features(words.plain, words.stems), _concept_features(words))
    yield from (f"{ASKS}\t{name}" for name in names if not name.startswith("^"))


@lru_cache(maxsize=64)  # the readers of one message differ in its concepts alone
def _spelt(plain: tuple[str, ...], stems: tuple[str, ...]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    return (
        Counter(f"{WORDS}\t{name}" for name in _word_features(plain, stems)),
        Counter(f"{LETTERS}\t{name}" for name in _letter_features(plain)),
    )


def _word_features(plain: tuple[str, ...], stems: tuple[str, ...]) -> Iterator[str]:
    yield from stems
    yield from (f"{word}." for word, stem in zip(plain, stems, strict=True) if word != stem)
    yield from (f"{one} {two}" for one, two in pairwise(stems))
    yield from (f"^{word}" for word in stems[:1])
    if len(stems) > 1:
        yield f"^{stems[0]} {stems[1]}"


def _letter_features(plain: tuple[str, ...]) -> Iterator[str]:
    for word in plain:
        edged = f" {word} "
        for size in (3, 4, 5):
            yield from (edged[at : at + size] for at in range(len(edged) - size + 1))


def _of_two_parents(words: Words) -> list[str]:
    """One parent and not the other is something else than the parents."""
    both = {"mother", "father"} <= set(words.stems) or {"mother", "stepfather"} <= set(words.stems)
    return ["BOTH"] * both + ["ONLY"] * bool({"only", "just", "one", "alon"} & set(words.stems))


def _concept_features(words: Words) -> Iterator[str]:
    found = [*words.concepts, *_of_two_parents(words)]
    yield from found
    yield from (f"{one}>{two}" for one, two in pairwise(found))
    yield from (f"{one}&{two}" for one in set(found) for two in set(found) if one < two)
