import pytest

from portal.ui.management.vendoring.stylesheet import cut_stylesheet


@pytest.mark.parametrize(
    ("source", "result"),
    [
        (".kern-btn{color:red}", ".kern-btn{color:red}"),
        (".kern-p-lg{padding:1px}", ""),
        (".kern-dialog,.kern-card{top:0}", ".kern-card{top:0}"),
        (".kern-icon--unicorn{top:0}", ""),
        (".kern-description-list-item__key{top:0}", ".kern-description-list-item__key{top:0}"),
        ("[data-kern-theme=dark] .kern-btn{top:0}", ""),
        (":is(body,.kern-dark):not([class*=kern-level-]){top:0}", "body:not([class*=kern-level-]){top:0}"),
        ("@media (x){.kern-p-lg{top:0}}", ""),
    ],
)
def test_only_known_components_stay(source, result):
    assert cut_stylesheet(source, "") == result


def test_constant_properties_are_put_in_place():
    source = ":root{--a:var(--b);--b:4px;--unused:1px}.kern-btn{top:var(--a,9px)}"
    assert cut_stylesheet(source, "") == ".kern-btn{top:4px}"


def test_properties_of_our_own_sheet_stay():
    assert cut_stylesheet(":root{--a:4px}", ".jc-x{top:var(--a)}") == ":root{--a:4px}"


def test_light_colours_become_the_default_before_the_dark_ones():
    source = (
        "@media (prefers-color-scheme: dark){:root{--a:black}}@media (prefers-color-scheme: light){:root{--a:white}}"
        ".kern-btn{color:var(--a)}"
    )
    assert cut_stylesheet(source, "").splitlines()[0] == ":root{--a:white}"


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("oklch(100% 0 0)", "#ffffff"), ("oklch(0% 0 0)", "#000000"), ("oklch(62.80% 0.2577 29.23)", "#ff0000")],
)
def test_oklch_becomes_hex(colour, expected):
    assert cut_stylesheet(f".kern-btn{{color:{colour}}}", "") == f".kern-btn{{color:{expected}}}"


def test_mask_is_written_once_for_old_and_new_browsers():
    source = '.kern-icon--mail{-webkit-mask:url("x");mask:url("x")}'
    assert cut_stylesheet(source, "") == '.kern-icon--mail{-webkit-mask:url("x");mask:url("x")}'
