"""To which attack its dead and wounded belong: «قتل سبعة في تفجير», «هاجموا القرية، مما أدى إلى مقتل ثلاثة»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.toll_rules import TollRules
from riwaya.model import Document
from riwaya.stages.coding.sightings import Sighting
from riwaya.stages.lookup import phrase_at
from riwaya.text.fold import fold

_REACH = 5
"""How many words before a toll are searched for the verb that makes it a consequence (أدى إلى سقوط …)."""


class Hosts:
    """Finds hosts in one document."""

    def __init__(self, document: Document, rules: TollRules) -> None:
        self.document, self.rules = document, rules

    def host(self, at: int, attacks: Sequence[Sighting]) -> Sighting | None:
        """The attack (of those of the sentence, in text order) whose toll stands at a token; None if there is none."""
        before = [attack for attack in attacks if attack.clause.predicate < at]
        if before and self._resumes(at, before[-1].clause.predicate):
            before = [attack for attack in before if self._preposition(attack) not in self.rules.earlier] or before
        after = [attack for attack in attacks if attack.clause.predicate > at and self._can_follow(attack)]
        if before and self._is_consequence(at, before[-1].clause.predicate):
            return before[-1]
        causes = [attack for attack in after if self._is_cause(attack)]
        if causes:
            return causes[0]
        return before[-1] if before else next(iter(after), None)

    def _is_consequence(self, at: int, floor: int) -> bool:
        """A verb of consequence stands between the attack and its toll, near the toll."""
        near = self.document.tokens[max(floor + 1, at - _REACH) : at]
        return any(token.analyses and fold(token.best.lemma) in self.rules.consequences for token in near)

    def _resumes(self, at: int, floor: int) -> bool:
        """«…، مما أدى إلى»: what follows is told of the main clause."""
        return any(token.fold in self.rules.resumptive for token in self.document.tokens[floor + 1 : at])

    def _can_follow(self, attack: Sighting) -> bool:
        """A verb after the toll begins something new, unless it tells when («حين هاجم», «بعدما هاجم»)."""
        return attack.clause.kind != "finite" or attack.clause.link in ("time", "cause")

    def _is_cause(self, attack: Sighting) -> bool:
        """The attack stands after «في», «جراء», «إثر» … or in a clause that tells when."""
        if attack.clause.link in ("time", "cause") and attack.clause.kind == "finite":
            return True
        return self._preposition(attack) in self.rules.causes

    def _preposition(self, attack: Sighting) -> str | None:
        number = phrase_at(attack.clause.predicate, self.document.phrases)
        return None if number is None else self.document.phrases[number].preposition
