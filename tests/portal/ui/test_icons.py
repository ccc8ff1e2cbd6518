import pytest

from portal.ui.icons import icon


def test_icon_is_hidden_from_screen_readers():
    assert (
        icon("mail", "small") == '<span class="kern-icon kern-icon--mail kern-icon--small" aria-hidden="true"></span>'
    )


@pytest.mark.parametrize(("name", "size"), [("unicorn", ""), ("mail", "huge")])
def test_icon_refuses_what_the_stylesheet_does_not_hold(name, size):
    with pytest.raises(ValueError, match="Unknown icon"):
        icon(name, size)
