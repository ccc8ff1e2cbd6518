import pytest

from portal.audit.models.personal_data import ExportFile
from portal.leaving.templatetags.leaving import file_address, file_name, next_level

FILE = ExportFile(path="a/Müll & Co?.pdf", media_type="", size=0, sha256="", pieces=lambda: iter(()))


def test_link_fits_the_name_in_the_zip():
    assert (file_name(FILE), file_address(FILE)) == ("Müll & Co_.pdf", "dateien/a/M%C3%BCll%20%26%20Co_.pdf")


@pytest.mark.parametrize(("level", "below"), [(3, 4), (6, 6)])
def test_headings_end_at_six(level, below):
    assert next_level(level) == below
