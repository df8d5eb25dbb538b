"""Finding reviews and annual wheels by what a user calls them: a committee's name and a year."""

from medreview.domain.committee import Committee
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.operations import wheel
from medreview.store import dossiers, queries
from medreview.store.archive import Archive
from medreview.store.entities import Session


def select_reviews(archive: Archive, committee: str | None = None, year: int | None = None) -> tuple[Dossier, ...]:
    """Return one review of every committee of that name (None: of all): that of the year (None: the newest).

    Raises:
        Refusal: `no_committees` in an empty archive, `no_committee` of that name, `no_review` or `no_reviews`.
    """
    with archive.transaction() as session:
        chosen = _committees(session, committee)
        found = tuple(one for one in (_review(session, each, year) for each in chosen) if one is not None)
    if not found:
        raise Refusal("no_reviews") if year is None else Refusal("no_review", year=year)
    return found


def select_wheels(archive: Archive, committee: str | None = None) -> tuple[Dossier, ...]:
    """Return what the annual wheel of every committee of that name (None: of all) is written from.

    That is its newest review; of a committee without any, see `wheel.without_review`.

    Raises:
        Refusal: `no_committees` in an empty archive, `no_committee` of that name.
    """
    with archive.transaction() as session:
        chosen = _committees(session, committee)
        newest = [_review(session, each, None) for each in chosen]
    pairs = zip(chosen, newest, strict=True)
    return tuple(review or wheel.without_review(archive, each.id) for each, review in pairs)


def _committees(session: Session, name: str | None) -> list[Committee]:
    known = queries.committees(session)
    if not known:
        raise Refusal("no_committees")
    if name is None:
        return known
    wanted = name.strip().casefold()
    exact = [one for one in known if one.name.casefold() == wanted]
    found = exact or [one for one in known if wanted and wanted in one.name.casefold()]
    if not found:
        raise Refusal("no_committee", name=name, names=", ".join(one.name for one in known))
    return found


def _review(session: Session, committee: Committee, year: int | None) -> Dossier | None:
    reviews = queries.reviews(session, committee.id)
    chosen = next((one for one in reviews if year is None or one.year == year), None)
    return None if chosen is None else dossiers.load(session, chosen.id)
