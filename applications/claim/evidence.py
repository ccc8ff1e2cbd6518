"""Which proofs a form needs, for whom and why (domain 2.3): one list for wizard, checks, status page.

What holds for every paper of a kind (what does as well, how long it counts) stands in the matrix.

"Required" means that the office will ask for it, never that sending waits for it. Nothing is asked twice, nothing that
the office can get more easily itself (§ 65(1) no. 3 SGB I): what lies in the file stands in the claim (`on_file`).
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from msgspec import Struct
from msgspec.structs import replace

from applications.claim.evidence_by_person import person_items
from applications.claim.evidence_item import EvidenceItem, Words, needed
from applications.claim.household import age_of, presumed_unit
from applications.claim.matrix import MATRIX
from applications.claim.model import AskedPaper, BusinessMonth, Claim, Evidence, PaperOnFile
from applications.enums import AssetKind, HousingKind, IncomeKind, PersonRole, RepresentationKind
from applications.enums import DocumentClass as Doc
from portal.law.parameter import find, whole

__all__ = ["EvidenceItem", "entries_for", "evidence_needed", "is_covered", "missing_evidence", "unasked_evidence"]


class _IncomeProof(Struct, frozen=True):
    """Which document shows an income, and why it is needed."""

    document_class: Doc
    reason: Words


_WAGE = _IncomeProof(Doc.PAYSLIP, _("Sie haben Einkommen aus Arbeit angegeben."))
_BENEFIT = _IncomeProof(Doc.BENEFIT_NOTICE, _("Sie haben diese Leistung angegeben."))
_INCOME_PROOFS: dict[IncomeKind, _IncomeProof] = {
    IncomeKind.EMPLOYMENT: _WAGE,
    IncomeKind.MINIJOB: _WAGE,
    IncomeKind.CHILD_BENEFIT: _IncomeProof(Doc.CHILD_BENEFIT_NOTICE, _("Sie haben Kindergeld angegeben.")),
    IncomeKind.MAINTENANCE: _IncomeProof(Doc.MAINTENANCE_TITLE, _("Sie haben Unterhalt angegeben.")),
    IncomeKind.MAINTENANCE_ADVANCE: _IncomeProof(Doc.UVG_NOTICE, _("Sie haben Unterhaltsvorschuss angegeben.")),
    **dict.fromkeys(
        (
            IncomeKind.CHILD_SUPPLEMENT,
            IncomeKind.PENSION,
            IncomeKind.UNEMPLOYMENT_BENEFIT,
            IncomeKind.SICK_PAY,
            IncomeKind.PARENTAL_ALLOWANCE,
            IncomeKind.MATERNITY_BENEFIT,
            IncomeKind.HOUSING_BENEFIT,
            IncomeKind.STUDENT_AID,
            IncomeKind.TRAINING_AID,
        ),
        _BENEFIT,
    ),
}
# Accounts and cash show in the statements; everything here needs a paper of its own.
_ASSET_PROOFS = {
    AssetKind.SAVINGS: Doc.ASSET_PROOF,
    AssetKind.SECURITIES: Doc.ASSET_PROOF,
    AssetKind.CRYPTO: Doc.ASSET_PROOF,
    AssetKind.BUILDING_SAVINGS: Doc.ASSET_PROOF,
    AssetKind.OLD_AGE_PROVISION: Doc.INSURANCE_VALUE,
    AssetKind.INSURANCE: Doc.INSURANCE_VALUE,
}


def evidence_needed(claim: Claim) -> tuple[EvidenceItem, ...]:
    """All proofs for the answers given so far, each once, in the order of the form; last what the jobcenter adds.

    Deterministic; unanswered: no item.

    One paper for several incomes of the same kind and person (three children's Kindergeld) is one item.
    """
    own = [paper for paper in claim.papers if paper.question]
    items = {item.key: item for item in (*_asked(own), *(_all_items(claim) if claim.is_whole else ()))}
    for item in _asked(paper for paper in claim.papers if not paper.question):
        known = items.setdefault(item.key, item)  # of a kind that is asked for anyway: its words count
        items[item.key] = replace(known, required=known.required or item.required)
    return tuple(_as_filed(item, claim) for item in items.values())


def _as_filed(item: EvidenceItem, claim: Claim) -> EvidenceItem:
    """The item; where the file holds it already, with the day and no longer required."""
    papers = sorted((paper for paper in claim.on_file if _is_for(paper, item)), key=_received, reverse=True)
    for paper in papers:
        until = _end(paper, claim)
        if paper.counts and (until is None or claim.application_date is None or claim.application_date <= until):
            return replace(item, on_file=paper.received_on, until=until, required=False)
    earlier = next((paper.received_on for paper in papers if paper.document_class is item.document_class), None)
    return replace(item, earlier=earlier)


def _received(paper: PaperOnFile) -> date:
    return paper.received_on


def _end(paper: PaperOnFile, claim: Claim) -> date | None:
    """The last day on which a paper counts; of a residence title no later than the day that was told."""
    holder = claim.person(paper.person_id) if paper.person_id else None
    told = holder.foreign.residence_title_until if holder and paper.document_class is Doc.RESIDENCE_PERMIT else None
    return min((day for day in (paper.until, told) if day is not None), default=None)


def _asked(papers: Iterable[AskedPaper]) -> Iterator[EvidenceItem]:
    """Proofs that questions of the form name, or that the jobcenter asks everybody for."""
    for paper in papers:
        yield EvidenceItem(
            paper.document_class,
            paper.reason or gettext("Zu Ihrer Angabe: „%(question)s“") % {"question": paper.question},
            paper.legal_basis or "§ 60 SGB I",
            paper.person_id,
            paper.item_id,
            required=paper.required and not MATRIX[paper.document_class].office_has,
            title=paper.title,
        )


def missing_evidence(claim: Claim) -> tuple[EvidenceItem, ...]:
    """Required proofs that were neither uploaded nor promised."""
    return tuple(item for item in evidence_needed(claim) if item.required and not is_covered(item, claim.evidence))


def unasked_evidence(claim: Claim) -> tuple[Evidence, ...]:
    """What was handed in although no answer asks for it: uploaded before an answer was changed, for example."""
    items = evidence_needed(claim)
    return tuple(
        entry for entry in claim.evidence if entry.documents and not any(_is_for(entry, item) for item in items)
    )


def is_covered(item: EvidenceItem, evidence: tuple[Evidence, ...]) -> bool:
    """Whether something handed in or promised answers this item, by its class or an alternative."""
    return any(_answers(entry, item) for entry in evidence)


def entries_for(item: EvidenceItem, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """What was handed in or said for this item, by its class or an alternative."""
    return tuple(entry for entry in evidence if _is_for(entry, item))


def _answers(entry: Evidence, item: EvidenceItem) -> bool:
    """Whether one entry answers the item."""
    return _is_for(entry, item) and (bool(entry.documents) or entry.promised_later is True)


def _is_for(paper: Evidence | PaperOnFile, item: EvidenceItem) -> bool:
    """Whether a paper is what the item asks for; one that names no person or thing counts for all.

    Only "other paper" is no kind: what was sent without saying for what answers nothing in particular.
    """
    if item.document_class is Doc.OTHER and paper.item_id != item.item_id:
        return False
    return (
        paper.document_class in {item.document_class, *item.alternatives}
        and (item.person_id is None or paper.person_id in {None, item.person_id})
        and (item.item_id is None or paper.item_id in {None, item.item_id})
    )


def _all_items(claim: Claim) -> Iterator[EvidenceItem]:
    """Every item, possibly twice."""
    on = claim.application_date
    unit = presumed_unit(claim, on) if on else claim.persons_as(*PersonRole)
    yield from _representation(claim)
    for person in unit:
        yield from person_items(person, on)
    basis = "§ 60 Abs. 1 SGB I; BSG, Urteil vom 19.09.2008, B 14 AS 45/07 R"
    yield needed(Doc.BANK_STATEMENT, _bank_statement_reason(on), basis)
    yield from _incomes(claim)
    yield from _assets(claim)
    yield from _home(claim)
    yield from _dangers(claim)


def _bank_statement_reason(on: date | None) -> str:
    """The words for bank statements, with the number of months that may be asked for."""
    months = MATRIX[Doc.BANK_STATEMENT].period
    if on is None or find(months, on) is None:
        return gettext("Wir brauchen Kontoauszüge von allen Konten und allen Personen.")
    return gettext(
        "Wir brauchen die Kontoauszüge der letzten %(months)s Monate von allen Konten und allen Personen."
    ) % {"months": whole(months, on)}


def _representation(claim: Claim) -> Iterator[EvidenceItem]:
    """T20: who acts for somebody shows the right to do so."""
    kind = claim.representative.kind if claim.representative else None
    if kind == RepresentationKind.GUARDIAN:
        yield needed(Doc.GUARDIANSHIP_ORDER, _("Eine Betreuung handelt für Sie."), "§ 1814 BGB")
    elif kind == RepresentationKind.AUTHORISED:
        yield needed(Doc.POWER_OF_ATTORNEY, _("Eine andere Person handelt für Sie."), "§ 13 Abs. 1 SGB X")


def _incomes(claim: Claim) -> Iterator[EvidenceItem]:
    """T02, T17, T25: proof of every income, and of benefits only applied for where there is one already."""
    for income in claim.incomes:
        if income.kind == IncomeKind.SELF_EMPLOYMENT:
            yield from _business(claim, income.person_id)
        proof = _INCOME_PROOFS.get(income.kind)
        if proof is not None:
            yield _income_item(proof, income.person_id, income.kind)
    for person in claim.persons:
        if person.self_employed:
            yield from _business(claim, person.id)
        for kind in person.benefits_received:
            yield _income_item(_INCOME_PROOFS.get(kind, _BENEFIT), person.id, kind)
        for kind in person.benefits_applied_for:
            reason = _("Sie haben diese Leistung beantragt. Schicken Sie den Bescheid, sobald Sie ihn haben.")
            yield needed(Doc.BENEFIT_NOTICE, reason, "§ 60 SGB I", person.id, kind, doubtful=True)


def _business(claim: Claim, person_id: str) -> Iterator[EvidenceItem]:
    """T17: the last tax assessment; the statement on paper only where the months were not filled in here."""
    reason = _("Sie haben eine selbstständige Arbeit angegeben.")
    if not any(month.sales is not None for month in _months(claim, person_id)):
        yield needed(Doc.EKS, reason, "§ 3 GrusiGV", person_id)
    yield needed(Doc.TAX_ASSESSMENT, reason, "§ 3 GrusiGV", person_id)


def _months(claim: Claim, person_id: str) -> Iterator[BusinessMonth]:
    return (month for own in claim.self_employment if own.person_id == person_id for month in own.months)


def _income_item(proof: _IncomeProof, person_id: str, kind: IncomeKind) -> EvidenceItem:
    """The proof of one kind of income of one person; two wages are shown by the same bundle of payslips."""
    shared = proof.document_class is not Doc.BENEFIT_NOTICE
    return needed(
        proof.document_class,
        proof.reason,
        "§§ 11, 11b SGB II, § 60 SGB I",
        None if proof.document_class is Doc.CHILD_BENEFIT_NOTICE else person_id,
        None if shared else kind,
    )


def _assets(claim: Claim) -> Iterator[EvidenceItem]:
    """T01: value of everything but cash and current accounts, which the statements show."""
    basis = "§ 12 SGB II, § 60 SGB I"
    for asset in claim.assets.items:
        proof = _ASSET_PROOFS.get(asset.kind)
        if proof is not None:
            reason = _("Wir brauchen den Wert am Tag Ihres Antrags.")
            yield needed(proof, reason, basis, asset.person_id, asset.id)
    for car in claim.assets.vehicles:
        reason = _("Sie haben ein Fahrzeug angegeben.")
        yield needed(Doc.VEHICLE_REGISTRATION, reason, basis, car.person_id, car.id)
    for estate in claim.assets.real_estate:
        reason = _("Sie haben ein Haus, eine Wohnung oder ein Grundstück angegeben.")
        yield needed(Doc.LAND_REGISTER, reason, basis, estate.person_id, estate.id)
        if estate.mortgage:
            yield needed(Doc.MORTGAGE_STATEMENT, reason, basis, estate.person_id, estate.id)


def _home(claim: Claim) -> Iterator[EvidenceItem]:
    """T10: what the dwelling costs; the landlord's own form is never demanded where the lease shows all data."""
    home, basis = claim.housing, "§ 22 SGB II"
    if home.has_costs is not False:
        if home.kind == HousingKind.RENTED:
            yield needed(Doc.LEASE, _("Sie wohnen zur Miete."), basis)
            reason = _("Falls Sie schon eine Abrechnung bekommen haben: bitte die letzte.")
            yield needed(Doc.SERVICE_CHARGE_BILL, reason, basis)
            yield needed(Doc.HEATING_BILL, reason, basis)
        elif home.kind == HousingKind.SUBLET:
            yield needed(Doc.SUBLEASE, _("Sie wohnen zur Untermiete."), basis)
        elif home.kind == HousingKind.OWNED:
            yield needed(Doc.OWNER_COSTS, _("Sie wohnen in Ihrem Eigentum."), basis)
        elif home.kind == HousingKind.LODGING and home.base_rent is not None:
            yield needed(Doc.LODGING_BILL, _("Sie bezahlen für eine Unterkunft."), basis)


def _dangers(claim: Claim) -> Iterator[EvidenceItem]:
    """What helps to keep the dwelling, and reasons for a move without assurance, which count in favour."""
    home = claim.housing
    if home.arrears or home.energy_cut_threat:
        yield needed(Doc.ARREARS_LETTER, _("Sie haben Schulden bei Miete oder Energie."), "§ 22 Abs. 8 SGB II")
    if home.eviction_threat:
        yield needed(Doc.EVICTION_NOTICE, _("Ihre Wohnung ist in Gefahr."), "§ 22 Abs. 8 SGB II")
    if _moved_young(claim):
        yield needed(
            Doc.MOVE_REASON,
            _(
                "Sie sind unter 25 und ausgezogen. Schreiben Sie kurz, warum. Ein Brief vom Jugendamt oder von einer "
                "Beratungsstelle hilft, wenn Sie einen haben."
            ),
            "§ 22 Abs. 5 Satz 2 und 3 SGB II",
            claim.applicant.id,
        )


def _moved_young(claim: Claim) -> bool:
    """Whether somebody under the age of § 22(5) has moved without assurance."""
    on = claim.application_date
    if on is None or claim.housing.prior_assurance is not False:
        return False
    age = age_of(claim.applicant, on)
    return age is not None and age < whole("housing.u25_age", on)
