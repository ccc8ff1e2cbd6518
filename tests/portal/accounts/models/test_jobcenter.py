import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests.factories.accounts import JobcenterFactory, OfficeFactory, PostcodeAreaFactory, TeamFactory

pytestmark = pytest.mark.django_db


def test_jobcenter_has_one_main_office():
    office = OfficeFactory()
    with pytest.raises(IntegrityError, match="one_default_office_per_jobcenter"):
        OfficeFactory(jobcenter=office.jobcenter, name="Zweites Haus")


def test_portal_has_one_default_jobcenter():
    JobcenterFactory(is_default=True)
    with pytest.raises(IntegrityError, match="one_default_jobcenter"):
        JobcenterFactory(is_default=True)


def test_team_names_repeat_between_jobcenters_only():
    team = TeamFactory(name="Team Nord")
    TeamFactory(name="Team Nord")
    with pytest.raises(IntegrityError, match="team_name_once_per_jobcenter"):
        TeamFactory(name="Team Nord", jobcenter=team.jobcenter)


@pytest.mark.parametrize("postcode", ["0101", "001015", "A0101", "00 101", "٠٠١٠١"])
def test_postcode_is_five_digits(postcode):
    area = PostcodeAreaFactory.build(jobcenter=JobcenterFactory(), postcode=postcode)
    with pytest.raises(ValidationError) as refused:
        area.full_clean()
    assert "postcode" in refused.value.message_dict


def test_postcode_stands_once_per_jobcenter():
    area = PostcodeAreaFactory()
    with pytest.raises(IntegrityError, match="postcode_once_per_jobcenter"):
        PostcodeAreaFactory(jobcenter=area.jobcenter, postcode=area.postcode)
