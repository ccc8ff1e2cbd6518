import pytest

from portal.desk.views.answers import Reading
from portal.submissions.models import Entry, Group, Section, SubmissionContent

CONTENT = SubmissionContent(
    sections=(
        Section(
            title="Wohnen",
            entries=(
                Entry(label="Kaltmiete", value="420 Euro", place="home.base_rent"),
                Entry(label="Nebenkosten", value="", place="home.operating_costs"),
            ),
        ),
        Section(
            title="Arbeit",
            groups=(
                Group(
                    title="Arbeit: Bäckerei", entries=(Entry(label="Brutto", value="9", place="work.incomes.e1.gross"),)
                ),
                Group(title="Arbeitsweg", entries=(Entry(label="Weg", value="3", place="work.incomes.e1.commute_km"),)),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("refs", "labels"),
    [
        (["housing.base_rent", "housing.operating_costs"], ["Kaltmiete", "Nebenkosten"]),
        (["housing.base_rent", "housing.base_rent"], ["Kaltmiete"]),
        (["incomes[e1].gross"], ["Brutto"]),
        (["incomes[e1]"], ["Arbeit: Bäckerei"]),
        (["housing"], ["Wohnen"]),
        (["housing.heating_costs", "application_date"], []),
    ],
)
def test_paths_in_the_claim_lead_to_spots(refs, labels):
    assert [spot.label for spot in Reading(CONTENT).spots(refs)] == labels


def test_anchors_are_numbers_and_each_stands_once():
    spots = [spot for part in Reading(CONTENT).sections for spot in (part, *part.answers, *part.groups)]

    assert [spot.anchor for spot in spots] == ["a1", "a2", "a3", "a4", "a5", "a7"]


def test_correction_shows_what_was_said_before_and_what_is_gone():
    now = SubmissionContent(
        sections=(
            Section(
                title="Wohnen",
                entries=(
                    Entry(label="Kaltmiete", value="450 Euro", place="home.base_rent"),
                    Entry(label="Nebenkosten", value="90 Euro", place="home.operating_costs"),
                    Entry(label="Heizung", value="", place="home.heating"),
                ),
            ),
        )
    )
    reading = Reading(now)

    gone = reading.compare(CONTENT)

    assert [answer.before for answer in reading.sections[0].answers] == ["420 Euro", "", None]
    assert [(spot.label, spot.value) for spot in gone] == [("Brutto", "9"), ("Weg", "3")]


def test_correction_is_not_compared_by_its_papers():
    lease = Entry(label="Mietvertrag", value="vertrag.pdf", place="evidence.LEASE")
    earlier = SubmissionContent(sections=(Section(title="Unterlagen", entries=(lease,)),))
    now = SubmissionContent(
        sections=(Section(title="Unterlagen", entries=(lease.model_copy(update={"value": "Liegt uns vor"}),)),)
    )
    reading = Reading(now)

    assert (reading.compare(earlier), reading.sections[0].answers[0].before) == ([], None)
