"""What the heads of the learned reader tell apart, in the order in which its weights know it."""

from __future__ import annotations

NONE = ""
"""No cue, no trigger, no mode, no sector."""
ACTS = (
    NONE, "say", "announce", "claim", "deny", "confirm", "accuse", "condemn", "demand", "promise", "threaten", "warn",
    "opine", "deny_comment", "praise",
)  # fmt: skip
TYPES = (
    NONE, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
REALITIES = ("happened", "planned", "requested", "possible", "negated")
SECTORS = (
    NONE, "GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "UAF", "UNK", "PRM", "SPY", "CVL", "CRM", "BUS",
    "MED", "JRN", "EDU", "REL", "REF", "LAB", "AGR", "ELI", "SOC", "IGO", "NGO",
)  # fmt: skip
MODES = (
    NONE, "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access",
    "resign", "assist", "change", "yield", "meet", "disapprove", "investigate", "allege", "restrict", "arrest",
    "relations", "expel", "territory", "violence", "demo", "riot", "strike", "hunger", "boycott", "obstruct",
    "vandalize", "convict", "discontinue", "troops", "weapons", "police", "militia", "seize", "censor", "curfew",
    "martial-law", "deport", "withhold", "misinformation", "cyber", "abduct", "beat", "torture", "sexual", "targeted",
    "destroy", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
    "unconventional",
)  # fmt: skip
KINDS = ("PER", "ORG", "GPE", "LOC", "FAC", "OCC", "NORP")
"""Kinds of names, told apart one by one since names lie in names; OCC (office) and NORP (people) only teach."""
POSITIONS = ("outside", "begins", "inside")
REPORTED = ("ASSAULT", "PROTEST")
"""Classes of which a sentence may report an event."""
HEADS = {
    "cue": len(ACTS), "trigger": len(TYPES), "mode": len(MODES), "reality": len(REALITIES), "sector": len(SECTORS),
    "name": len(KINDS) * len(POSITIONS), "reported": len(REPORTED),
}  # fmt: skip
"""Head over words → how many numbers it gives."""
FINGERPRINTED = (ACTS, TYPES, REALITIES, SECTORS, MODES, KINDS, POSITIONS, REPORTED)
"""What weights presuppose."""
