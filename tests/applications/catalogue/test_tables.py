from applications.catalogue.tables import table


def test_table_bears_any_text():
    assert list(table(("A", "B"), [("Ja | nein?\nWirklich", "")])) == [
        "| A | B |",
        "|---|---|",
        "| Ja \\| nein? Wirklich |  |",
        "",
    ]
