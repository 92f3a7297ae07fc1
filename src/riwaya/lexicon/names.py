"""All that the tables know of names: who and what is called how, in which country and sector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.lexicon import name_rows as rows
from riwaya.lexicon.gazetteer import Gazetteer, load_gazetteer
from riwaya.lexicon.match import Match, PhraseTable, tabulate, tabulate_all
from riwaya.lexicon.name_rows import unit_key
from riwaya.lexicon.name_types import Entry, Head, Modifier, Nisba, Noun, Title, Topic, Unit
from riwaya.lexicon.tables import read_table
from riwaya.model import PLACES, Mention, Place, Span
from riwaya.text.fold import fold
from riwaya.text.romanize import romanize


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The name tables, looked up by folded words."""

    things: PhraseTable[tuple[Entry, ...]]
    """Countries, sites, people, bodies, groups."""
    gazetteer: Gazetteer
    heads: PhraseTable[Head]
    titles: PhraseTable[Title]
    topics: PhraseTable[Topic]
    nisbas: PhraseTable[Nisba]
    modifiers: Mapping[str, Modifier]
    units: Mapping[str, Unit]
    nouns: Mapping[str, Noun]
    """Folded lemmas of common nouns of persons and groups."""
    cues: Mapping[str, frozenset[str]]
    """Words beside names by their use (cues.tsv)."""
    countries: Mapping[str, tuple[str, str]]
    """ISO alpha-3 → (English name, English adjective)."""
    capitals: Mapping[str, str]
    """Entity id of a capital → ISO alpha-3."""
    places: dict[str, Entry]
    """Entries of sites and countries by id."""
    heads_of: Mapping[str, frozenset[str]]
    """Entity of a body or group → ids of the heads under which it goes: «حركة حماس» is a movement."""

    def longest(self, folds: Sequence[str], start: int) -> Match[tuple[Entry, ...]] | None:
        """The longest name of the tables at a word with all entries so called, hand-kept ones first."""
        thing = self.things.longest(folds, start)
        place = self.gazetteer.table.longest(folds, start)
        if place is None or (thing and (thing.length, -thing.stem.cut) > (place.length, -place.stem.cut)):
            return thing
        if thing and thing.stem == place.stem and thing.length == place.length:
            more = self.gazetteer.entries(place.value) if any(entry.precision for entry in thing.value) else ()
            return Match(thing.length, thing.stem, (*thing.value, *more))
        return Match(place.length, place.stem, self.gazetteer.entries(place.value))

    def nisba(self, word: str) -> str | None:
        """The country of an adjective in any form, also behind proclitics: «والروس» → RUS; None for «المالي»."""
        found = self.nisba_at([fold(word)], 0)
        return found.value.country if found and not found.value.weak else None

    def nisba_at(self, folds: Sequence[str], start: int) -> Match[Nisba] | None:
        """The longest adjective of a country at a word («الكوري الجنوبي»)."""
        found = self.nisbas.longest(folds, start)
        return None if found and found.stem.cut and len(found.stem.fold) < 5 else found

    def sector_of(self, lemma: str) -> str | None:
        """The sector that a common noun of persons or groups tells: «جندي» → MIL, «متظاهر» → CVL."""
        noun = self.nouns.get(fold(lemma))
        return noun.sector if noun else None

    def noun(self, lemma: str) -> Noun | None:
        """What a common noun tells of those it names, None if roles.tsv does not hold it."""
        return self.nouns.get(fold(lemma))

    def unit(self, word: str) -> Unit | None:
        """The name unit of a folded word, None if it is none."""
        found = self.units.get(unit_key(word))
        if found is None and word.startswith("عبدال") and len(word) > 6:
            return Unit("Abd al-" + romanize(word[5:]), "given", word=False)
        return found

    def place_of(self, mention: Mention) -> Place | None:
        """Where the place of a mention lies; None if the mention names no place of the tables."""
        entry = self.place(mention.entity) if mention.entity else None
        return placed(entry, mention.span) if entry and mention.kind in PLACES else None

    def place(self, entity: str) -> Entry | None:
        """The place with an id, None if no table has it."""
        return self.places.get(entity) or self.gazetteer.by_id(entity)

    def seat_of(self, country: str) -> Entry | None:
        """The capital of a country (ISO alpha-3), None if no table has it."""
        known = [self.place(entity) for entity, of in self.capitals.items() if of == country]
        return max((entry for entry in known if entry), key=lambda entry: entry.weight, default=None)

    def as_actor(self, mention: Mention) -> Mention:
        """The mention as one who acts: «موسكو» stands for Russia, a country for its government."""
        if mention.kind != "GPE" or not mention.entity:
            return mention
        country = self.capitals.get(mention.entity)
        if country:
            return replace(mention, entity=country, name=self.countries[country][0], country=country, sector="GOV")
        known = self.places.get(mention.entity)
        states = known is not None and known.precision in ("country", "region")
        return replace(mention, sector="GOV") if states else mention


def placed(entry: Entry, span: Span) -> Place:
    """The place of an entry, as named at a span."""
    return Place(
        span,
        entry.name,
        entry.country,
        entry.admin1,
        entry.latitude,
        entry.longitude,
        entry.geonames,
        entry.precision or "region",
    )


def load_names() -> Names:
    """The tables as shipped."""
    gazetteer = load_gazetteer()
    pairs = [
        *rows.read_countries(),
        *rows.read_sites(),
        *rows.read_entries("people", "PER"),
        *rows.read_entries("groups", "GROUP"),
        *(pair for table in ("bodies", "parties", "media") for pair in rows.read_entries(table, "ORG")),
    ]
    countries = {row["id"]: (row["name"], row["demonym"]) for row in read_table("names/countries.tsv")}
    seats = {seat: row["id"] for row in read_table("names/countries.tsv") for seat in rows.spellings(row["seats"])}
    things = tabulate_all(pairs)
    heads = tabulate(rows.read_heads())
    return Names(
        things=things,
        gazetteer=gazetteer,
        heads=heads,
        titles=tabulate(rows.read_titles()),
        topics=tabulate(rows.read_topics()),
        nisbas=tabulate(rows.read_nisbas()),
        modifiers=dict(rows.read_modifiers()),
        units=dict(rows.read_units()),
        nouns=rows.read_nouns(),
        cues=rows.read_cues(),
        countries=countries,
        capitals=_capitals(seats, things, gazetteer),
        places={entry.id: entry for _, entry in pairs if entry.precision},
        heads_of=_heads_of(pairs, heads),
    )


def _capitals(seats: Mapping[str, str], things: PhraseTable[tuple[Entry, ...]], gazetteer: Gazetteer) -> dict[str, str]:
    """Ids of the places that bear the name of a country's seat and lie in it; Jerusalem is nobody's."""
    found: dict[str, str] = {}
    for seat, country in seats.items():
        known = (*(things.exact(seat) or ()), *gazetteer.entries(gazetteer.table.exact(seat) or ()))
        found |= {
            entry.id: country
            for entry in known
            if entry.kind == "GPE" and entry.country == country and entry.id != country
        }
    return found


def _heads_of(pairs: list[tuple[str, Entry]], heads: PhraseTable[Head]) -> dict[str, frozenset[str]]:
    """The heads with which the spellings of each body or group begin."""
    found: dict[str, set[str]] = {}
    for spelling, entry in pairs:
        head = heads.exact(spelling.partition(" ")[0]) if entry.kind in ("ORG", "GROUP") else None
        if head:
            found.setdefault(entry.id, set()).add(head.id)
    return {entity: frozenset(ids) for entity, ids in found.items()}
