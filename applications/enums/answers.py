"""Closed lists that answers choose from; the labels are what people read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PersonRole(TextChoices):
    """What a person is for the applicant (HA 80); decides which part of the form the person needs."""

    APPLICANT = "applicant", _("Antragstellerin oder Antragsteller")
    PARTNER = "partner", _("Partnerin oder Partner")
    CHILD = "child", _("Kind")
    PARENT = "parent", _("Mutter oder Vater")
    RELATIVE = "relative", _("andere verwandte Person")
    OTHER = "other", _("andere Person")


class Relation(TextChoices):
    """Closer description of the role, as the person says it."""

    SPOUSE = "spouse", _("verheiratet")
    REGISTERED_PARTNER = "registered_partner", _("eingetragene Lebenspartnerschaft")
    UNMARRIED_PARTNER = "unmarried_partner", _("Partnerschaft ohne Trauschein")
    OWN_CHILD = "own_child", _("leibliches oder adoptiertes Kind")
    STEP_CHILD = "step_child", _("Stiefkind")
    FOSTER_CHILD = "foster_child", _("Pflegekind")
    GRANDCHILD = "grandchild", _("Enkelkind")
    PARENT = "parent", _("Mutter oder Vater")
    STEP_PARENT = "step_parent", _("Stiefmutter oder Stiefvater")
    SIBLING = "sibling", _("Schwester oder Bruder")
    GRANDPARENT = "grandparent", _("Großmutter oder Großvater")
    IN_LAW = "in_law", _("verschwägert")
    FLATMATE = "flatmate", _("Mitbewohnerin oder Mitbewohner")
    OTHER = "other", _("andere Beziehung")


class Sex(TextChoices):
    """Entry under § 22 PStG; asked only where a form needs it, never used by a check."""

    FEMALE = "female", _("weiblich")
    MALE = "male", _("männlich")
    DIVERSE = "diverse", _("divers")
    NO_ENTRY = "no_entry", _("kein Eintrag")


class MaritalStatus(TextChoices):
    """Marital status (HA 32)."""

    SINGLE = "single", _("ledig")
    MARRIED = "married", _("verheiratet")
    REGISTERED_PARTNERSHIP = "registered_partnership", _("eingetragene Lebenspartnerschaft")
    SEPARATED = "separated", _("dauernd getrennt lebend")
    DIVORCED = "divorced", _("geschieden")
    PARTNERSHIP_DISSOLVED = "partnership_dissolved", _("Lebenspartnerschaft aufgehoben")
    WIDOWED = "widowed", _("verwitwet")


class EducationStatus(TextChoices):
    """School or training (HA 39–41, § 7(5), § 28 SGB II)."""

    NONE = "none", _("keine Schule oder Ausbildung")
    DAY_CARE = "day_care", _("Kita oder Tagespflege")
    SCHOOL = "school", _("Schule")
    VOCATIONAL_TRAINING = "vocational_training", _("Berufsausbildung")
    UNIVERSITY = "university", _("Studium")
    VOLUNTEER_SERVICE = "volunteer_service", _("Freiwilligendienst")


class HealthInsuranceKind(TextChoices):
    """Health insurance (HA 76–78)."""

    STATUTORY = "statutory", _("gesetzlich pflichtversichert")
    FAMILY = "family", _("familienversichert")
    VOLUNTARY = "voluntary", _("freiwillig gesetzlich versichert")
    PRIVATE = "private", _("privat versichert")
    NONE = "none", _("nicht versichert")


class Residence(TextChoices):
    """How much a child lives in this household (Anlage KI)."""

    ALWAYS = "always", _("immer hier")
    ALTERNATING = "alternating", _("im Wechsel bei beiden Eltern")
    CONTACT_DAYS = "contact_days", _("nur an bestimmten Tagen")


class IncomeKind(TextChoices):
    """Kinds of income (Anlage EK, § 11 SGB II); also names benefits applied for but not yet received."""

    EMPLOYMENT = "employment", _("Arbeit")
    MINIJOB = "minijob", _("Minijob")
    SELF_EMPLOYMENT = "self_employment", _("Selbstständigkeit")
    VOLUNTARY_WORK = "voluntary_work", _("Ehrenamt")
    CHILD_BENEFIT = "child_benefit", _("Kindergeld")
    CHILD_SUPPLEMENT = "child_supplement", _("Kinderzuschlag")
    MAINTENANCE = "maintenance", _("Unterhalt")
    MAINTENANCE_ADVANCE = "maintenance_advance", _("Unterhaltsvorschuss")
    PENSION = "pension", _("Rente")
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit", _("Arbeitslosengeld")
    SICK_PAY = "sick_pay", _("Krankengeld")
    PARENTAL_ALLOWANCE = "parental_allowance", _("Elterngeld")
    MATERNITY_BENEFIT = "maternity_benefit", _("Mutterschaftsgeld")
    HOUSING_BENEFIT = "housing_benefit", _("Wohngeld")
    STUDENT_AID = "student_aid", _("BAföG")
    TRAINING_AID = "training_aid", _("Berufsausbildungsbeihilfe (BAB)")
    INTEREST = "interest", _("Zinsen oder Dividenden")
    RENTAL = "rental", _("Einnahmen aus Vermietung")
    OTHER = "other", _("anderes Einkommen")


class DeductionKind(TextChoices):
    """What may lower the counted income (Anlage EK 24–36, § 11b SGB II)."""

    CAR_LIABILITY = "car_liability", _("Kfz-Haftpflichtversicherung")
    RIESTER = "riester", _("Riester-Rente")
    PRIVATE_INSURANCE = "private_insurance", _("private Versicherung")
    MAINTENANCE_PAID = "maintenance_paid", _("gezahlter Unterhalt")
    WORK_COSTS = "work_costs", _("Kosten für die Arbeit")
    OTHER = "other", _("andere Kosten")


class AssetKind(TextChoices):
    """Kinds of assets (Anlage VM 18–25)."""

    CASH = "cash", _("Bargeld")
    BANK_ACCOUNT = "bank_account", _("Girokonto")
    PAYMENT_SERVICE = "payment_service", _("Zahlungsdienst, zum Beispiel PayPal")
    SAVINGS = "savings", _("Sparkonto oder Sparbuch")
    SECURITIES = "securities", _("Aktien, Fonds oder andere Wertpapiere")
    CRYPTO = "crypto", _("Kryptowährung")
    BUILDING_SAVINGS = "building_savings", _("Bausparvertrag")
    OLD_AGE_PROVISION = "old_age_provision", _("Altersvorsorge")
    INSURANCE = "insurance", _("Versicherung mit Rückkaufswert")
    OTHER = "other", _("anderes Vermögen, zum Beispiel Schmuck")


class HousingKind(TextChoices):
    """How a person lives (KDU 19, HA 15)."""

    RENTED = "rented", _("zur Miete")
    SUBLET = "sublet", _("zur Untermiete")
    OWNED = "owned", _("im eigenen Haus oder in der eigenen Wohnung")
    LODGING = "lodging", _("in einer Unterkunft, einem Heim oder bei anderen")
    NONE = "none", _("ohne feste Wohnung")


class DwellingKind(TextChoices):
    """House or flat; decides the size that stays protected (§ 12(1) S.2 no. 5 SGB II)."""

    HOUSE = "house", _("Haus")
    FLAT = "flat", _("Wohnung")


class RepresentationKind(TextChoices):
    """Who acts for the applicant (HA 22)."""

    GUARDIAN = "guardian", _("rechtliche Betreuerin oder rechtlicher Betreuer")
    AUTHORISED = "authorised", _("Person mit Vollmacht")
    PARENT = "parent", _("Eltern oder Vormund")


class DocumentClass(TextChoices):
    """Kinds of proof (§ 60(1) no. 3 SGB I); the code is stable, the words are for people."""

    ID_DOC = "ID_DOC", _("Personalausweis oder Reisepass")
    RESIDENCE_PERMIT = "RESIDENCE_PERMIT", _("Aufenthaltstitel")
    EU_REGISTRATION = "EU_REGISTRATION", _("Meldebescheinigung als EU-Bürgerin oder EU-Bürger")
    REGISTRATION_CERT = "REGISTRATION_CERT", _("Meldebescheinigung")
    ASYLUM_BENEFIT_NOTICE = "ASYLUM_BENEFIT_NOTICE", _("Bescheid über Leistungen nach dem Asylbewerberleistungsgesetz")
    BANK_STATEMENT = "BANK_STATEMENT", _("Kontoauszüge")
    ASSET_PROOF = "ASSET_PROOF", _("Nachweis über Ersparnisse")
    INSURANCE_VALUE = "INSURANCE_VALUE", _("Nachweis über den Rückkaufswert einer Versicherung")
    VEHICLE_REGISTRATION = "VEHICLE_REGISTRATION", _("Fahrzeugschein")
    LAND_REGISTER = "LAND_REGISTER", _("Grundbuchauszug")
    MORTGAGE_STATEMENT = "MORTGAGE_STATEMENT", _("Nachweis über Ihren Immobilienkredit")
    PAYSLIP = "PAYSLIP", _("Lohnabrechnungen")
    EMPLOYMENT_CONTRACT = "EMPLOYMENT_CONTRACT", _("Arbeitsvertrag")
    INCOME_CERT = "INCOME_CERT", _("Einkommensbescheinigung")
    TERMINATION_LETTER = "TERMINATION_LETTER", _("Kündigung oder Aufhebungsvertrag")
    EKS = "EKS", _("Angaben zur Selbstständigkeit (Anlage EKS)")
    TAX_ASSESSMENT = "TAX_ASSESSMENT", _("Einkommensteuerbescheid")
    BWA = "BWA", _("Betriebswirtschaftliche Auswertung")
    BENEFIT_NOTICE = "BENEFIT_NOTICE", _("Bescheid über die Leistung")
    CHILD_BENEFIT_NOTICE = "CHILD_BENEFIT_NOTICE", _("Bescheid über Kindergeld")
    BIRTH_CERT = "BIRTH_CERT", _("Geburtsurkunde")
    MAINTENANCE_TITLE = "MAINTENANCE_TITLE", _("Unterhaltstitel oder Vereinbarung über Unterhalt")
    UVG_NOTICE = "UVG_NOTICE", _("Bescheid über Unterhaltsvorschuss")
    LEASE = "LEASE", _("Mietvertrag")
    RENT_CERT = "RENT_CERT", _("Mietbescheinigung")
    SERVICE_CHARGE_BILL = "SERVICE_CHARGE_BILL", _("Abrechnung der Nebenkosten")
    HEATING_BILL = "HEATING_BILL", _("Abrechnung der Heizkosten")
    OWNER_COSTS = "OWNER_COSTS", _("Nachweise über die Kosten Ihres Eigentums")
    SUBLEASE = "SUBLEASE", _("Untermietvertrag")
    LODGING_BILL = "LODGING_BILL", _("Bescheid oder Rechnung der Unterkunft")
    PREGNANCY_PROOF = "PREGNANCY_PROOF", _("Nachweis über den Entbindungstermin")
    MEDICAL_DIET_CERT = "MEDICAL_DIET_CERT", _("Ärztliche Bescheinigung zur Ernährung")
    PARTICIPATION_NOTICE = "PARTICIPATION_NOTICE", _("Bescheid über Leistungen zur Teilhabe")
    DISABILITY_CARD = "DISABILITY_CARD", _("Schwerbehindertenausweis")
    SPECIAL_NEED_PROOF = "SPECIAL_NEED_PROOF", _("Nachweis über den besonderen Bedarf")
    SCHOOL_CERT = "SCHOOL_CERT", _("Schul- oder Ausbildungsbescheinigung")
    SCHOOL_BOOK_LIST = "SCHOOL_BOOK_LIST", _("Bücherliste oder Rechnung der Schule")
    HEALTH_INSURANCE_PROOF = "HEALTH_INSURANCE_PROOF", _("Nachweis über die Krankenversicherung")
    POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY", _("Vollmacht")
    GUARDIANSHIP_ORDER = "GUARDIANSHIP_ORDER", _("Betreuerausweis oder Bestellungsurkunde")
    CONTRIBUTION_NOTICE = "CONTRIBUTION_NOTICE", _("Bescheid über Beiträge zur Kranken- und Pflegeversicherung")
    PATERNITY_PROOF = "PATERNITY_PROOF", _("Anerkennung oder Feststellung der Vaterschaft")
    MOVE_REASON = "MOVE_REASON", _("Eigene Erklärung zum Umzug")
    SEPARATION_STATEMENT = "SEPARATION_STATEMENT", _("Eigene Erklärung zur Trennung")
    INSTITUTION_CERT = "INSTITUTION_CERT", _("Bescheinigung der Einrichtung")
    ACCIDENT_REPORT = "ACCIDENT_REPORT", _("Unterlagen zum Unfall oder Schaden")
    CLAIM_PROOF = "CLAIM_PROOF", _("Nachweis über Ihre Forderung")
    ARREARS_LETTER = "ARREARS_LETTER", _("Mahnung über Schulden bei Miete oder Energie")
    EVICTION_NOTICE = "EVICTION_NOTICE", _("Kündigung der Wohnung oder Räumungsklage")
    SCHOOL_TRIP_LETTER = "SCHOOL_TRIP_LETTER", _("Schreiben von Schule oder Kita über den Ausflug oder die Fahrt")
    SCHOOL_TICKET = "SCHOOL_TICKET", _("Fahrkarte oder Rechnung für die Fahrten zur Schule")
    TUTORING_CONFIRMATION = "TUTORING_CONFIRMATION", _("Bestätigung der Schule zur Nachhilfe")
    LUNCH_PROOF = "LUNCH_PROOF", _("Nachweis über das Mittagessen")
    ACTIVITY_PROOF = "ACTIVITY_PROOF", _("Nachweis von Verein, Musikschule oder Freizeit")
    PRESCRIPTION = "PRESCRIPTION", _("Ärztliche Verordnung")
    COST_ESTIMATE = "COST_ESTIMATE", _("Kostenvoranschlag oder Angebot")
    RENTAL_OFFER = "RENTAL_OFFER", _("Angebot für die neue Wohnung")
    JOB_INVITATION = "JOB_INVITATION", _("Einladung zum Vorstellungsgespräch oder Zusage der Firma")
    DECISION = "DECISION", _("Bescheid des Jobcenters")
    OTHER = "OTHER", _("Andere Unterlage")


class Danger(TextChoices):
    """What cannot wait until the application is decided (§ 42 SGB I, § 22(8), § 24(1) SGB II)."""

    NO_MONEY = "no_money", _("Ich habe kein Geld mehr für Essen oder Medikamente.")
    HOUSING = "housing", _("Ich kann die Miete nicht bezahlen oder ich soll aus der Wohnung ausziehen.")
    ENERGY = "energy", _("Strom, Gas oder Wasser sind abgestellt oder sollen abgestellt werden.")
    VIOLENCE = "violence", _("Ich oder meine Kinder sind von Gewalt bedroht.")


class WishedStart(TextChoices):
    """From when benefits are asked for (HA 29–30)."""

    NOW = "now", _("ab jetzt")
    LATER = "later", _("ab einem späteren Monat")


class Situation(TextChoices):
    """Circumstances of one person that can mean more money (§ 21 SGB II)."""

    PREGNANT = "pregnant", _("Schwangerschaft")
    DIET = "diet", _("teurere Ernährung wegen einer Krankheit")
    DISABILITY = "disability", _("Behinderung")
    SCHOOL_BOOKS = "school_books", _("Schulbücher oder Arbeitshefte, die wir selbst kaufen müssen")
    SPECIAL = "special", _("ein anderer besonderer Bedarf, der regelmäßig Geld kostet")


class HouseholdPart(TextChoices):
    """What can have changed since the last application; the values are keys of sections."""

    YOU = "you", _("Name, Familienstand, Telefon oder wer für mich handelt")
    PEOPLE = "people", _("wer bei mir wohnt")
    HOME = "home", _("Adresse, Wohnung oder Miete")
    WORK = "work", _("Arbeit, Ausbildung oder Einkommen")
    BENEFITS = "benefits", _("andere Leistungen, die beantragt sind")
    NEEDS = "needs", _("Schwangerschaft, Gesundheit oder besonderer Bedarf")
    ASSETS = "assets", _("Geld, Auto oder anderes Vermögen")
    INSURANCE = "insurance", _("Krankenversicherung")
    BANK = "bank", _("Konto für die Auszahlung")


class EvidenceChoice(TextChoices):
    """What somebody says about a paper that is not uploaded."""

    LATER = "later", _("Ich schicke es später.")
    NOT_AVAILABLE = "not_available", _("Das habe ich nicht.")
