"""The staff's desk: lists, the case page and what is done from it."""

from tests.access.table.objects import (
    application,
    case,
    letter_person,
    original_of_paper,
    page_of_paper,
    paper,
    paper_of_application,
    representation,
)
from tests.access.table.rows import LOGIN, Row, answers, of_staff

TABLE: dict[str, Row | list[Row]] = {
    "desk:papers": of_staff(foreign=200),
    "desk:paper": [of_staff(paper), of_staff(paper, 422, "post")],
    "desk:index": of_staff(foreign=200),
    "desk:applications": of_staff(foreign=200),
    "desk:narrow": of_staff(code="redirect", method="post", foreign="redirect"),
    "desk:assign": of_staff(code="redirect", method="post", foreign="redirect"),
    "desk:application": of_staff(application),
    "desk:move": [of_staff(application, 405, foreign=405), of_staff(application, 404, "post")],
    "desk:answer": of_staff(application, 404),  # who asks for consent only
    "desk:assign_one": [of_staff(application, 405, foreign=405), of_staff(application, "redirect", "post")],
    "desk:check_again": of_staff(application, "redirect", "post"),
    "desk:forward": of_staff(application, "redirect", "post"),
    "desk:decide": of_staff(application, 422, "post"),
    "desk:print_letter": [of_staff(letter_person), of_staff(letter_person, 422, "post")],
    "desk:enter_household_number": [of_staff(application), of_staff(application, 422, "post")],
    "desk:viewer": of_staff(paper_of_application),
    "desk:page_picture": of_staff(page_of_paper),
    "desk:turn_page": of_staff(page_of_paper, "redirect", "post"),
    "desk:review_document": [
        of_staff(paper_of_application, 405, foreign=405),
        of_staff(paper_of_application, "redirect", "post"),
    ],
    "desk:give_purpose": of_staff(paper_of_application, 404, "post"),  # it is not specially protected
    "desk:protect_document": of_staff(paper_of_application, 404, "post"),  # nothing was chosen
    "desk:original": [of_staff(original_of_paper), of_staff(original_of_paper, method="post")],
    "desk:search_documents": [of_staff(application, 405, foreign=405), of_staff(application, 422, "post")],
    "desk:accept_documents": of_staff(application, "redirect", "post"),
    "desk:enter_period": [of_staff(application), of_staff(application, 422, "post")],
    "desk:represent": [of_staff(application), of_staff(application, 422, "post")],
    "desk:representation": of_staff(representation),
    "desk:check_representation": of_staff(representation, 422, "post"),
    "desk:move_representation": of_staff(representation, "redirect", "post"),
    "desk:end_representation": of_staff(representation, "redirect", "post"),
    "desk:letters": Row(
        answers=answers(
            403, anonymous=LOGIN, team_lead=200, administrator=200, foreign_team_lead=200, foreign_administrator=200
        )
    ),
    "desk:withdraw_letter": Row(
        answers=answers(
            403,
            anonymous=LOGIN,
            team_lead="redirect",
            administrator="redirect",
            foreign_team_lead=404,
            foreign_administrator=404,
        ),
        arguments=lambda world: [world.letter.pk],
        method="post",
    ),
    "desk:reason": [of_staff(case, "redirect"), of_staff(case, "redirect", "post")],
    "desk:forms": of_staff(foreign=200),
    "desk:form": of_staff(lambda _world: ["haus-1", "main_application"]),
    "desk:form_page": of_staff(lambda _world: ["haus-1", "main_application", "name"]),
}
