"""From identities to the entities that are published: names, ids, coordinates."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, Literal

from crisis_archive import gazetteer
from crisis_archive.model import Entity
from crisis_archive.relating.entities.authority import EDITORS, Authority
from crisis_archive.relating.entities.identity import Identity, identity_of, key_words
from crisis_archive.text.folding import fold, strip_accents
from crisis_archive.text.slugs import short_hash, slug

_OF_GAZETTEER: Final = ("geonames:", "region:", "people:")
_BODIES: Final = {" ".join(key_words(name)): name for name in gazetteer.WORLD_BODIES.values()}
_SHARE: Final = 0.05
"""A spelling with accents is the name from this share of all spellings: accents are lost, seldom gained."""


class Gathered:
    """What the texts say of one identity."""

    def __init__(self) -> None:
        self.spellings: Counter[str] = Counter()
        self.own: Counter[str] = Counter()
        """Those spellings that give the identity by themselves, without the help of a fuller name."""
        self.documents: set[str] = set()

    def meet(self, text: str, times: int, by_itself: int) -> None:
        """These words stand for it so many times, so many of them by themselves."""
        spelling = " ".join(text.split())
        self.spellings[spelling] += times
        if by_itself:
            self.own[spelling] += by_itself


def entity_records(
    gathered: Mapping[Identity, Gathered], authority: Authority
) -> tuple[list[Entity], dict[Identity, str]]:
    """The entities sorted by id, without crises and roles, and the id of each identity."""
    ids = ids_of(sorted(gathered))
    records = [
        _record(ids[identity], identity, gathered[identity], authority) for identity in sorted(gathered)
    ]
    return sorted(records, key=lambda each: each.id), ids


def ids_of(identities: list[Identity]) -> dict[Identity, str]:
    """An id for each identity; a second claimant of one id gets a hash, an editor's id is never changed."""
    found: dict[Identity, str] = {}
    taken: set[str] = set()
    editors_first = sorted(identities, key=lambda each: (not each.key.startswith(EDITORS), each))
    for identity in editors_first:
        if identity.key.startswith(EDITORS):
            wanted = identity.key.removeprefix(EDITORS)
        else:
            wanted = f"{identity.kind}-{slug(_readable(identity))}"
            if wanted in taken:
                wanted = f"{wanted}-{short_hash(identity.key)[:6]}"
        taken.add(wanted)
        found[identity] = wanted
    return found


def _readable(identity: Identity) -> str:
    place = _place_of(identity)
    if place is None:
        return identity.key.rpartition(":")[2]
    usual = gazetteer.place(place.name)
    if usual is not None and usual.key == place.key:
        return place.name
    return f"{place.name} {place.country or place.sort} {place.geonames}"


def _place_of(identity: Identity) -> gazetteer.Place | None:
    scheme, _, rest = identity.key.partition(":")
    if scheme == "geonames":
        return gazetteer.place_of_geonames(rest)
    return gazetteer.region(rest) if scheme == "region" else None


def _body(identity: Identity) -> str | None:
    return _BODIES.get(identity.key) if identity.kind == "organisation" else None


def _record(entity: str, identity: Identity, gathered: Gathered, authority: Authority) -> Entity:
    given = authority.by_id.get(entity)
    place = _place_of(identity)
    if given:
        name, spellings = given.name, {*gathered.spellings, *given.aliases}
    else:
        known = place.name if place else _body(identity)
        name, spellings = known or _with_country(identity, _best(identity, gathered)), set(gathered.spellings)
    origin: Literal["found", "gazetteer", "editor"] = "found"
    if identity.key.startswith(EDITORS):
        origin = "editor"
    elif identity.key.startswith(_OF_GAZETTEER) or _body(identity):
        origin = "gazetteer"
    return Entity(
        id=entity,
        kind=identity.kind,
        name=name,
        aliases=tuple(sorted(spellings - {name})),
        origin=origin,
        latitude=given.latitude if given else place.latitude if place else None,
        longitude=given.longitude if given else place.longitude if place else None,
        identifiers=dict(sorted(given.identifiers.items())) if given else _identifiers(place),
        documents=tuple(sorted(gathered.documents)),
        crises=(),
        roles=(),
    )


def _identifiers(place: gazetteer.Place | None) -> dict[str, str]:
    return {"geonames": place.geonames} if place and place.geonames else {}


def _with_country(identity: Identity, name: str) -> str:
    """`Foreign Ministry (Norway)`: a name that many countries' bodies bear is told apart."""
    missing = identity.words[: len(identity.words) - len(key_words(name))]
    if identity.kind != "organisation" or not missing or identity.words[len(missing) :] != key_words(name):
        return name
    country = gazetteer.country(" ".join(missing).title())
    return f"{name} ({country.name})" if country else name


def _best(identity: Identity, gathered: Gathered) -> str:
    """The spelling to show: of the most usual words the form with its accents, not in capitals."""
    whole = {
        text: n for text, n in gathered.spellings.items() if identity_of(identity.kind, text, ()) == identity
    }
    counts = whole or gathered.own or gathered.spellings
    words: Counter[str] = Counter()
    for text, count in counts.items():
        words[fold(text)] += count
    usual = min(words, key=lambda each: (-words[each], each))
    forms = {text: count for text, count in gathered.spellings.items() if fold(text) == usual}
    enough = [text for text, count in forms.items() if count >= _SHARE * sum(forms.values())]

    def rank(text: str) -> tuple[bool, bool, int, int, str]:
        accents = sum(1 for letter in text if strip_accents(letter) != letter)
        return (text.isupper() and len(text) > 5, text.islower(), -accents, -forms[text], text)

    return min(enough or forms, key=rank)
