"""An event in words: who did what to whom, when, where, how many, and on whose word."""

from __future__ import annotations

from riwaya.cli.labels import Labels
from riwaya.model import Count, Document, EventMention, EventTime, Participant, Place, Statement
from riwaya.stages.coding.times import nearest_time


def tell_participant(participant: Participant, document: Document, labels: Labels) -> str:
    """The English name, or the published wording: «موسكو» is Russia with ``en`` and stays as written with ``ar``."""
    wording = participant.span.of(document.text)
    named = None if labels.right_to_left else participant.name
    return labels.isolate(named or wording)


def tell_roles(event: EventMention, document: Document, labels: Labels) -> str:
    """Russia → Mali; a question mark where nobody is named."""
    joint = "، " if labels.right_to_left else ", "
    actors, recipients = (
        joint.join(tell_participant(one, document, labels) for one in side) for side in (event.actors, event.recipients)
    )
    actors = actors or labels.word("actorless")
    return f"{actors} {labels.word('arrow')} {recipients}" if recipients else actors


def tell_type(event: EventMention, labels: Labels) -> str:
    """The type's label, with its mode if it has one: ASSAULT (by drone)."""
    mode = f" ({labels.of('mode', event.mode)})" if event.mode else ""
    return labels.of("type", event.type) + mode


def tell_time(event: EventMention, time: EventTime, document: Document, labels: Labels) -> str:
    """The days of the calendar, with the wording that told them: 30 Jan–5 Feb 2023 («الأسبوع الماضي»)."""
    nearest = nearest_time(event, document)
    wording = nearest.span.of(document.text) if nearest else None
    if time.earliest and time.latest:
        days = labels.days(time.earliest, time.latest)
        return f"{days} ({labels.quote(wording)})" if wording and time.basis != "absolute" else days
    return labels.quote(wording) if wording else time.value


def tell_place(place: Place, document: Document, labels: Labels) -> str:
    """The place's English name, or its wording."""
    return labels.isolate((None if labels.right_to_left else place.name) or place.span.of(document.text))


def tell_count(count: Count, document: Document, labels: Labels) -> str:
    """killed: 7; wounded: 20–99; arrested: 7+; among them killed: 3 «أطفال»; things by their wording: «ثلاث طائرات»."""
    if count.what == "other":
        return labels.quote(count.span.of(document.text))
    number = str(count.low)
    if count.high is None:
        number += "+"
    elif count.high != count.low:
        number += f"–{count.high}"
    told = f"{labels.of('count', count.what)}: {labels.isolate(number)}"
    return (
        labels.word("among").format(told=f"{told} {labels.quote(count.of)}" if count.of else told)
        if count.part
        else told
    )


def tell_account(event: EventMention, document: Document, labels: Labels) -> str:
    """Who says so, innermost first: «Russian officials confirmed, Guterres said»; or the paper's own voice."""
    if not event.chain:
        return labels.word("own_voice")
    by_id = {statement.id: statement for statement in document.statements}
    told = (tell_statement(by_id[one], document, labels) for one in event.chain if one in by_id)
    return ("، " if labels.right_to_left else ", ").join(told)


def tell_statement(statement: Statement, document: Document, labels: Labels) -> str:
    """The speaker with the act: Abdoulaye Diop said."""
    speaker = statement.speaker
    named = tell_participant(speaker, document, labels) if speaker else labels.word("someone")
    return labels.word("account").format(speaker=named, act=labels.of("act", statement.act))
