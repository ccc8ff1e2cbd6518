"""Privacy notice after Art. 13 GDPR and § 82 SGB X: the parts that are the same at every jobcenter."""

# ruff: noqa: E501 -- texts stay in one line, so that they can be read and found

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from portal.pages.content import TextSection

SECTIONS: Final = (
    TextSection(
        key="controller",
        title=_("Wer ist verantwortlich?"),
        paragraphs=(_("Verantwortlich ist das Jobcenter, das für Ihre Adresse zuständig ist."),),
    ),
    TextSection(
        title=_("Wofür brauchen wir Ihre Daten?"),
        points=(
            _("Um Ihren Antrag zu prüfen, Leistungen zu berechnen und auszuzahlen."),
            _("Um Ihnen zu antworten, Termine zu machen und Bescheide zu schicken."),
            _("Um zu beweisen, was wann bei uns angekommen ist."),
            _("Um das Portal sicher zu betreiben."),
        ),
        paragraphs=(
            _(
                "Das erlauben uns Artikel 6 Absatz 1 Buchstaben c und e DSGVO zusammen mit den Sozialgesetzbüchern, vor allem §§ 67a bis 67c SGB X und § 50 SGB II. Für Angaben zur Gesundheit gilt Artikel 9 Absatz 2 Buchstabe b DSGVO. Nur wenn wir Sie ausdrücklich fragen, beruht etwas auf Ihrer Einwilligung, zum Beispiel Nachrichten per E-Mail. Eine Einwilligung können Sie jederzeit zurücknehmen."
            ),
        ),
    ),
    TextSection(
        title=_("Welche Daten sind das?"),
        paragraphs=(
            _(
                "Ihre Angaben in den Formularen, Ihre Unterlagen und Nachrichten, Ihre Termine und, wenn Sie ein Konto anlegen, Ihre E-Mail-Adresse. Auch Angaben über Personen, die mit Ihnen zusammenleben, soweit das Gesetz sie verlangt."
            ),
            _("Wir halten fest, wer wann auf Ihre Daten zugegriffen hat. So können Sie und wir das später nachprüfen."),
        ),
    ),
    TextSection(
        title=_("Müssen Sie die Angaben machen?"),
        paragraphs=(
            _(
                "Niemand muss einen Antrag stellen. Wer Leistungen möchte, muss die nötigen Angaben machen (§ 60 SGB I). Fehlen sie, fragen wir nach. Erst nach einem Hinweis und einer Frist dürfen wir Leistungen ganz oder teilweise versagen (§ 66 SGB I). Angaben, die für die Leistung keine Rolle spielen, dürfen Sie in Unterlagen schwärzen."
            ),
        ),
    ),
    TextSection(
        title=_("Wer bekommt Ihre Daten?"),
        paragraphs=(
            _(
                "Ihre Daten stehen unter dem Sozialgeheimnis (§ 35 SGB I). Im Jobcenter sehen sie nur Personen, die Ihren Fall bearbeiten. Andere Stellen bekommen Daten nur, wenn ein Gesetz das erlaubt, zum Beispiel Krankenkassen, Rentenversicherung oder ein anderes zuständiges Jobcenter."
            ),
            _(
                "Der Betrieb des Portals kann bei einem Dienstleister liegen, der nur nach unserer Weisung arbeitet (Artikel 28 DSGVO, § 80 SGB X). Daten gehen nicht in Länder außerhalb der Europäischen Union."
            ),
            _(
                "Eine Ausnahme gibt es nur, wenn Sie selbst Hinweise auf Ihrem Gerät einschalten: Der Dienst Ihres Browsers (zum Beispiel von Google, Apple, Mozilla oder Microsoft) stellt sie zu, vielleicht von außerhalb der Europäischen Union. Der Hinweis ist verschlüsselt und sagt nur, dass etwas Neues da ist (Artikel 6 Absatz 1 Buchstabe a und Artikel 49 Absatz 1 Buchstabe a DSGVO)."
            ),
        ),
    ),
    TextSection(
        key="retention",  # the list itself is what the apps declare (portal.leaving.selectors.kept_data)
        title=_("Wie lange speichern wir die Daten?"),
        paragraphs=(
            _(
                "So lange, wie wir sie für unsere Aufgaben brauchen und das Gesetz es verlangt (§ 84 SGB X). Danach löschen wir sie."
            ),
        ),
    ),
    TextSection(
        title=_("Entscheidet ein Computer über Ihren Antrag?"),
        paragraphs=(
            _(
                "Nein. Das Programm weist auf fehlende oder widersprüchliche Angaben hin. Entscheiden tut immer ein Mensch. Es gibt keine automatische Entscheidung und keine Bewertung Ihrer Person (Artikel 22 DSGVO)."
            ),
        ),
    ),
    TextSection(
        title=_("Cookies und Technik"),
        paragraphs=(
            _(
                "Wir setzen nur Cookies, ohne die das Portal nicht sicher ist: eines für Ihre Sitzung, eines gegen gefälschte Eingaben und eines, an dem Ihr Konto diesen Browser wiedererkennt, damit wir Sie vor fremden Anmeldungen warnen können (§ 25 Absatz 2 TDDDG). Das letzte setzen wir nicht, wenn Sie beim Anmelden sagen, dass andere den Computer auch benutzen. Wer das Portal als App installiert oder Hinweise einschaltet, bekommt außerdem eine Seite für den Fall gespeichert, dass keine Verbindung da ist; darin steht nichts über Sie. Es gibt keine Werbung, keine Auswertung Ihres Verhaltens und keine Inhalte von fremden Servern."
            ),
            _(
                "Ihre Angaben und Unterlagen liegen verschlüsselt auf unseren Servern. E-Mails von uns enthalten keine Angaben zu Ihrem Fall."
            ),
        ),
    ),
    TextSection(
        title=_("Welche Rechte haben Sie?"),
        points=(
            _(
                "Auskunft: Sie erfahren, welche Daten wir haben (Artikel 15 DSGVO, § 83 SGB X). In Ihrem Konto können Sie eine Kopie herunterladen."
            ),
            _("Berichtigung: Falsche Daten korrigieren wir (Artikel 16 DSGVO, § 84 SGB X)."),
            _(
                "Löschung und Einschränkung: soweit wir die Daten nicht mehr brauchen dürfen (Artikel 17 und 18 DSGVO, § 84 SGB X)."
            ),
            _("Widerspruch: aus Gründen Ihrer besonderen Situation (Artikel 21 DSGVO, § 84 Absatz 5 SGB X)."),
            _("Beschwerde: bei der Aufsicht, die oben bei Ihrem Jobcenter steht (Artikel 77 DSGVO, § 81 SGB X)."),
        ),
    ),
)
