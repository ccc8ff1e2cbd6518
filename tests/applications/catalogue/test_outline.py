from applications.catalogue.main_application import FORM
from applications.catalogue.outline import outline, takes_questions
from applications.catalogue.structure import Page


def test_every_page_stands_there_once_with_its_section():
    pages = outline(FORM)
    slugs = [page.slug for page in pages]

    assert len(set(slugs)) == len(slugs)
    assert slugs[:3] == ["hilfe", "hilfe-sofort", "name"]
    assert list(dict.fromkeys(page.section.key for page in pages)) == [section.key for section in FORM.sections]


def test_pages_of_an_item_follow_their_list():
    pages = outline(FORM)
    number = next(number for number, page in enumerate(pages) if page.slug == "personen")

    assert pages[number].page is Page.LIST
    assert pages[number].questions == ()
    assert pages[number + 1].questions


def test_conditions_of_what_a_page_stands_in_are_said_too():
    inner = [page for page in outline(FORM) if len(page.when) > 1]

    assert all(str(words) for page in inner for words in page.when)


def test_papers_take_no_questions():
    refused = [section.key for section in FORM.sections if not takes_questions(section)]

    assert refused == ["evidence"]
