"""Event frames from ``data/frames/*.toml`` and the event types from ``data/ontology.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from riwaya.errors import DataError
from riwaya.lexicon.tables import list_data, read_rules, read_table
from riwaya.text.fold import fold, without_article

KINDS = frozenset({"finite", "masdar", "noun"})
"""What triggers a frame that does not say."""
SPECIAL = frozenset({"frames/classes.toml", "frames/classes_verbal.toml", "frames/modes.toml", "frames/domains.toml"})

PREPOSITIONS = frozenset(
    {"ب", "ل", "في", "علي", "من", "الي", "عن", "مع", "ضد", "بين", "امام", "تجاه", "نحو", "لدي", "عند"}
)
"""What may end an expression."""

Condition = Mapping[str, frozenset[str]]
"""Role (or ``word``) → lemmas, folded; ``*`` stands for any filler."""
ANY = "*"


@dataclass(frozen=True, slots=True)
class Frame:
    """Which words tell one kind of event, and where its participants stand. See data/README.md."""

    id: str
    type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    kinds: frozenset[str]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    joint: tuple[str, ...]
    """Roles whose fillers act together with the actor (اجتماع X مع Y)."""
    genitive: str | None
    counts: Mapping[str, str]
    when: Condition
    unless: Condition
    future: str | None
    negated: str | None
    reality: str | None
    expression: tuple[str, ...] = ()
    """Folded lemmas that must follow the predicate in this order («أضرم **النار** في»); see ``expressions``."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type."""

    quad: str
    score: float
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ModeRule:
    """Words beside the trigger that refine the mode of an event type."""

    id: str
    type: str
    mode: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Domain:
    """A subject in which words of conflict are images: so many different words of it tell that a text is about it."""

    id: str
    words: frozenset[str]
    least: int


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, by the lemma of the verb or of the event noun."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    types: Mapping[str, EventType]
    modes: tuple[ModeRule, ...]
    domains: tuple[Domain, ...]
    learned: Mapping[str, Frame]
    """By event type the frame of words that only a learned reader takes for triggers."""

    def find(self, lemma: str, verb: str | None, kind: str) -> tuple[Frame, ...]:
        """Frames that a predicate may trigger; kind: finite masdar noun active passive.

        Expressions come first, the longest before the shorter ones, then frames with conditions, then the others.
        """
        own = self.nouns.get(lemma, ()) if kind in ("noun", "masdar") else ()
        by_verb = self.verbs.get(verb, ()) if verb else ()
        found = own + tuple(frame for frame in by_verb if kind in frame.kinds and frame not in own)
        return tuple(sorted(found, key=lambda frame: (-len(frame.expression), not frame.when)))

    def names_event(self, lemma: str) -> bool:
        """True for a noun that a frame lists as an event."""
        return lemma in self.nouns


def load_frames() -> Frames:
    """Every frame of ``data/frames``, classes expanded, lemmas indexed."""
    classes = load_classes()
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for name in list_data("frames", ".toml"):
        if name in SPECIAL:
            continue
        for entry in read_rules(name).get("frame", ()):
            frame = _read_frame(entry, classes, name)
            for words in entry.get("expressions", ()):
                lemma, narrowed = read_expression(words, frame)
                verbs.setdefault(lemma, []).append(narrowed)
            for lemma in entry.get("verbs", ()):
                verbs.setdefault(lemma, []).append(frame)
            for lemma in entry.get("nouns", ()):
                nouns.setdefault(lemma, []).append(frame)
    return Frames(
        verbs={lemma: tuple(found) for lemma, found in verbs.items()},
        nouns={lemma: tuple(found) for lemma, found in nouns.items()},
        types=_load_types(),
        modes=tuple(_read_mode(entry, classes) for entry in read_rules("frames/modes.toml")["mode"]),
        domains=tuple(_read_domain(entry) for entry in read_rules("frames/domains.toml")["domain"]),
        learned=_load_learned(classes),
    )


def load_classes() -> dict[str, frozenset[str]]:
    """Word class → folded lemmas, from the class files and from the class column of the nouns."""
    classes: dict[str, set[str]] = {}
    for name in list_data("frames", ".toml"):
        if name.startswith("frames/classes"):
            for word_class, lemmas in read_rules(name)["class"].items():
                classes.setdefault(word_class, set()).update(fold(lemma) for lemma in lemmas)
    for row in read_table("words/nouns.tsv"):
        for word_class in row["class"].split():
            classes.setdefault(word_class, set()).add(fold(row["lemma"]))
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}


def expand(words: Iterable[str], classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    """Folded lemmas of the words, those that begin with @ being classes; DataError for one that is none."""
    found: set[str] = set()
    for word in words:
        if not word.startswith("@"):
            found.add(fold(word))
        elif word[1:] in classes:
            found |= classes[word[1:]]
        else:
            raise DataError(f"data/{where}: no word class {word}")
    return frozenset(found)


def _read_frame(entry: Mapping[str, Any], classes: Mapping[str, frozenset[str]], name: str) -> Frame:
    where = f"{name}: frame {entry.get('id')}"

    def condition(key: str) -> Condition:
        return {fold(role): expand(words, classes, where) for role, words in entry.get(key, {}).items()}

    return Frame(
        id=entry["id"],
        type=entry["type"],
        mode=entry.get("mode") or None,
        cameo=entry.get("cameo"),
        contexts=tuple(entry.get("contexts", ())),
        kinds=frozenset(entry["kinds"]) if "kinds" in entry else KINDS,
        actor=tuple(fold(role) for role in entry.get("actor", ("subject",))),
        recipient=tuple(fold(role) for role in entry.get("recipient", ("object",))),
        joint=tuple(fold(role) for role in entry.get("joint", ())),
        genitive=entry.get("genitive"),
        counts=entry.get("counts", {}),
        when=condition("when"),
        unless=condition("unless"),
        future=entry.get("future"),
        negated=entry.get("negated"),
        reality=entry.get("reality"),
    )


def read_expression(words: str, frame: Frame) -> tuple[str, Frame]:
    """«أضرم النار في»: the verb, and the frame narrowed to the words behind it; a last preposition brings recipients.

    The expression selects by itself: ``when`` of the frame is not asked, ``unless`` is. The object is a word of the
    expression unless a preposition follows the verb: «أمطر **المدينة** بوابل» leaves it to the recipient.
    """
    verb, *rest = words.split()
    following = tuple(fold(without_article(word)) for word in rest)
    brought = [following[-1]] if len(following) > 1 and following[-1] in PREPOSITIONS else []
    expression = following[:-1] if brought else following
    own = () if following[0] in PREPOSITIONS else ("object",)
    return verb, replace(
        frame,
        kinds=KINDS,
        when={},
        expression=expression,
        recipient=(*brought, *(role for role in frame.recipient if role not in (*own, *brought))),
    )


def _read_mode(entry: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> ModeRule:
    words = expand(entry["words"], classes, "frames/modes.toml")
    return ModeRule(entry.get("id", entry["mode"]), entry["type"], entry["mode"], words)


def _read_domain(entry: Mapping[str, Any]) -> Domain:
    return Domain(entry["id"], frozenset(fold(word) for word in entry["words"]), entry.get("min", 2))


def _load_learned(classes: Mapping[str, frozenset[str]]) -> dict[str, Frame]:
    name = "rules/learned.toml"
    frames = (_read_frame(entry, classes, name) for entry in read_rules(name)["generic"])
    return {frame.type: frame for frame in frames}


def _load_types() -> dict[str, EventType]:
    return {
        name: EventType(entry["quad"], float(entry["score"]), entry.get("modes", {}))
        for name, entry in read_rules("ontology.toml")["type"].items()
    }
