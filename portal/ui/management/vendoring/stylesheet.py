"""Cuts the KERN stylesheet down to the portal's components: 340 KB become about a fifth, and nothing changes visibly.

Dropped: utilities, grid, dialog, dropdown, layers, theme switches by attribute (dark mode follows the browser), unused
icons and unused custom properties. Changed: ``oklch()`` colours become hex for browsers before 2023, vendor-prefixed
masks go, fallbacks of defined properties go. The result is a changed version in the sense of EUPL-1.2, article 5.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import tinycss2

from portal.ui.icons import ICONS, SIZES

# Components that stay, with all their parts and modifiers (prefix of the class name after "kern-").
COMPONENTS: Final = (
    "accordion",
    "alert",
    "badge",
    "body",
    "btn",
    "card",
    "container",
    "description-list",
    "error",
    "fieldset",
    "form-check",
    "form-input",
    "heading",
    "hint",
    "input-group",
    "kopfzeile",
    "label",
    "link",
    "list",
    "number",
    "preline",
    "progress",
    "sr-only",
    "task-list",
    "title",
)
_DROPPED: Final = frozenset({"kern-container-fluid", "kern-sr-only-mobile", "kern-card__media", "kern-card--active"})
_CLASS: Final = re.compile(r"\.(kern-[\w-]+)")
_SECOND_WORDS: Final = (
    "item",
    "group",
    "text",
    "wrapper",
    "responsive",
    "display",
    "x-large",
    "large",
    "medium",
    "small",
)
_COMPONENT_CLASS: Final = re.compile(rf"kern-(?:{'|'.join(COMPONENTS)})(?:-(?:{'|'.join(_SECOND_WORDS)}))?(?:--|__|$)")
_ICON_CLASS: Final = re.compile(r"kern-icon(?:--(?P<name>[\w-]+))?")
_SRGB_LINEAR: Final = 0.0031308  # below, the transfer curve of sRGB is a straight line (IEC 61966-2-1)
_ICON_SELECTOR: Final = re.compile(r"\.kern-icon--[\w-]+")
_LIGHT: Final = "@media (prefers-color-scheme: light)"
_DARK: Final = "@media (prefers-color-scheme: dark)"
_THEME: Final = re.compile(r"\[data-kern-theme[^\]]*\]|\.kern-(?:dark|light|layer|level-\d)\b")
_VAR: Final = re.compile(r"var\(\s*(--[\w-]+)")
_PLAIN_VAR: Final = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_VAR_WITH_FALLBACK: Final = re.compile(r"var\(\s*(--[\w-]+)\s*,\s*[^()]*\)")
_OKLCH: Final = re.compile(r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)(?: ?/ ?([\d.]+%?))?\)")


@dataclass(slots=True)
class Rule:
    """One style rule."""

    selectors: list[str]
    declarations: list[tuple[str, str]]


@dataclass(slots=True)
class Block:
    """One at-rule with rules in it (media, supports)."""

    head: str
    rules: list[Node] = field(default_factory=list)


Node = Rule | Block | str  # a str is an at-rule kept as it is (keyframes)


def cut_stylesheet(source: str, own_css: str) -> str:
    """Return the cut stylesheet. ``own_css`` is the portal's hand-written sheet: properties it uses stay."""
    nodes = _light_first(list(_parse(tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True))))
    used = _used_properties(nodes, own_css)
    defined = {name for rule in _rules(nodes) for name, _value in rule.declarations if name.startswith("--")}
    for rule in _rules(nodes):
        rule.declarations = [
            (name, _resolve(value, defined))
            for name, value in rule.declarations
            if not name.startswith("--") or name in used
        ]
    _inline_constants(nodes, keep=set(_VAR.findall(own_css)))
    return _serialize(nodes)


def _parse(raw_rules: Iterable[tinycss2.ast.Node], *, in_forced_colors: bool = False) -> Iterator[Node]:
    """Yield the rules that stay."""
    for raw in raw_rules:
        if raw.type == "qualified-rule":
            selectors = [s for s in map(_cut_selector, _split(tinycss2.serialize(raw.prelude))) if s]
            declarations = list(_declarations(raw.content))
            if in_forced_colors and all(map(_ICON_SELECTOR.fullmatch, selectors)):
                continue  # site.css has one rule for all icons, in the right colour
            if selectors and declarations:
                yield Rule(selectors, declarations)
        elif raw.type == "at-rule" and raw.content is not None:
            head = f"@{raw.at_keyword} {tinycss2.serialize(raw.prelude).strip()}"
            if raw.lower_at_keyword in {"media", "supports", "layer"}:
                inner = tinycss2.parse_rule_list(raw.content, skip_comments=True, skip_whitespace=True)
                block = Block(head, list(_parse(inner, in_forced_colors="forced-colors" in head)))
                if block.rules:
                    yield block
            else:
                yield f"{head}{{{_squeeze(tinycss2.serialize(raw.content))}}}"


def _light_first(nodes: list[Node]) -> list[Node]:
    """Make the light colours the default, in front of the dark ones: browsers without either get colours, too."""
    light = [node for node in nodes if isinstance(node, Block) and node.head == _LIGHT]
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Block) and node.head == _DARK:
            result += [rule for block in light for rule in block.rules]
        if node not in light:
            result.append(node)
    return result


def _cut_selector(selector: str) -> str:
    """Return the selector without theme switches, or nothing when it names a class that goes."""
    selector = _squeeze(selector)
    if selector.startswith(":is(body,"):  # "body or one of the theme classes": only body is left
        selector = "body" + selector[selector.index(")") + 1 :]
    positive = re.sub(r":not\([^()]*(\([^()]*\))?[^()]*\)", "", selector)
    if _THEME.search(positive) or not all(map(_stays, _CLASS.findall(positive))):
        return ""
    return selector


def _stays(name: str) -> bool:
    if name in _DROPPED:
        return False
    if icon := _ICON_CLASS.fullmatch(name):
        return icon["name"] is None or icon["name"] in ICONS | SIZES
    return bool(_COMPONENT_CLASS.match(name))


def _split(selectors: str) -> list[str]:
    """Split a selector list at its outer commas."""
    parts, depth = [""], 0
    for char in selectors:
        depth += (char in "([") - (char in ")]")
        if char == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _declarations(content: list[tinycss2.ast.Node]) -> Iterator[tuple[str, str]]:
    """Yield name and value. A mask's picture is written once, for the old (prefixed) and the new property."""
    for item in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if item.type != "declaration":
            continue
        value = _squeeze(tinycss2.serialize(item.value)) + ("!important" if item.important else "")
        if item.name in {"-webkit-mask", "mask"} and value.startswith("url("):
            if item.name == "mask":
                yield "--kern-mask", value
                yield "-webkit-mask", "var(--kern-mask)"
                yield "mask", "var(--kern-mask)"
        else:
            yield item.name, value


def _squeeze(text: str) -> str:
    """Return text with single spaces."""
    return " ".join(text.split())


def _rules(nodes: Iterable[Node]) -> Iterator[Rule]:
    """Yield all style rules, those in blocks too."""
    for node in nodes:
        if isinstance(node, Rule):
            yield node
        elif isinstance(node, Block):
            yield from _rules(node.rules)


def _used_properties(nodes: list[Node], own_css: str) -> set[str]:
    """Return the custom properties reachable from a real declaration or from our own sheet."""
    references: dict[str, set[str]] = {}
    used = set(_VAR.findall(own_css))
    for rule in _rules(nodes):
        for name, value in rule.declarations:
            if name.startswith("--"):
                references.setdefault(name, set()).update(_VAR.findall(value))
            else:
                used.update(_VAR.findall(value))
    open_names = list(used)
    while open_names:
        for name in references.get(open_names.pop(), set()) - used:
            used.add(name)
            open_names.append(name)
    return used


def _inline_constants(nodes: list[Node], keep: set[str]) -> None:
    """Put properties with a single definition in their places and drop the definition, except for those in ``keep``.

    What dark mode or a wide screen redefines has several definitions and stays a property.
    """
    values: dict[str, list[str]] = {}
    for rule in _rules(nodes):
        for name, value in rule.declarations:
            if name.startswith("--"):
                values.setdefault(name, []).append(value)
    constants = {name: found[0] for name, found in values.items() if len(found) == 1}

    def put_in(value: str) -> str:
        return _PLAIN_VAR.sub(lambda m: put_in(constants[m[1]]) if m[1] in constants else m[0], value)

    for rule in _rules(nodes):
        rule.declarations = [
            (name, put_in(value)) for name, value in rule.declarations if name not in constants or name in keep
        ]


def _resolve(value: str, defined: set[str]) -> str:
    """Return a value without needless fallbacks and without oklch."""
    before = ""
    while before != value:
        before = value
        value = _VAR_WITH_FALLBACK.sub(lambda m: f"var({m[1]})" if m[1] in defined else m[0], value)
    return _OKLCH.sub(_hex, value)


def _hex(match: re.Match[str]) -> str:
    """Return a colour in sRGB hex for an oklch() match (CSS Color 4, Ottosson's matrices), clipped to the gamut."""
    lightness, chroma, hue = (float(part) for part in match.group(1, 2, 3))
    lightness, hue = lightness / 100, math.radians(hue)
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    channels = [min(1.0, max(0.0, _gamma(channel))) for channel in linear]
    if alpha := match[4]:
        channels.append(float(alpha.rstrip("%")) / (100 if "%" in alpha else 1))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= _SRGB_LINEAR else 1.055 * channel ** (1 / 2.4) - 0.055


def _serialize(nodes: Iterable[Node]) -> str:
    """Return CSS, one rule or block per line: readable in a diff, and compression takes care of the rest."""
    lines = []
    for node in nodes:
        if isinstance(node, str):
            lines.append(node)
        elif isinstance(node, Rule):
            if node.declarations:
                body = ";".join(f"{name}:{value}" for name, value in node.declarations)
                lines.append(f"{','.join(node.selectors)}{{{body}}}")
        elif inner := _serialize(node.rules):
            lines.append(f"{node.head}{{\n{inner}\n}}")
    return "\n".join(lines)
