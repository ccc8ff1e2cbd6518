from portal.helping.forms import BeginForm


def test_both_names_are_wanted():
    assert set(BeginForm({}).errors) == {"known_as", "helper_name"}
    assert BeginForm({"known_as": "Papa", "helper_name": "Julia"}).is_valid()
