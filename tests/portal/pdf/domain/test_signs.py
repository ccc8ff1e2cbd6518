import pytest

from portal.pdf.domain.signs import written_out

SCRIPTS = {
    "Latin of DIN 91379": "Łucja Đặng Ǩ ȟ ẞ",
    "Greek": "Γεωργία",
    "Cyrillic": "Дарья Їжак",
    "Arabic": "محمد الأحمد",
    "Persian and Pashto": "پژواک ګل ځوان",
    "Sorani": "کوردی ڕۆژ",
    "Hebrew": "שלום",
    "Tigrinya": "ትግርኛ ሰላም",
    "Georgian": "გამარჯობა",
    "Armenian": "Բարեւ",
    "Hindi": "नमस्ते",
    "Bengali": "বাংলা",
    "Punjabi": "ਸਤ ਸ੍ਰੀ",
    "Tamil": "தமிழ்",
    "Sinhala": "සිංහල",
    "Thai": "สวัสดี",
    "Khmer": "សួស្តី",
    "Burmese": "မြန်မာ",
    "Chinese": "你好",
    "Japanese": "こんにちは",
    "Korean": "안녕하세요",
    "Tibetan": "བོད་སྐད",
    "signs": "→ ✓ ☎ € ½",
}


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
def test_scripts_of_the_world_have_a_font(words):
    assert written_out(words) == words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Lage \U0001f9ff", "Lage [Zeichen: NAZAR AMULET]"),
        ("\U000f0000", "[Zeichen: U+F0000]"),
        ("\u2764\ufe0f", "\u2764\ufe0f"),  # a heart, and the wish to see it in colours
        ("a\u00ad\u200db\n", "a\u00ad\u200db\n"),  # soft hyphen, joiner
    ],
)
def test_sign_without_a_font_is_written_out(typed, written):
    assert written_out(typed) == written
