"""La interfaz está en español y no pide nada a terceros."""

import re

import pytest

PAGES = ["index", "uno", "dos", "final", "search", "genindex", "api/ejemplo/publico/index"]
FOREIGN = "[lang=en], .citation-list, .bibtex-citation"  # lo que se cita en su lengua
ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "data-bs-title"]
# Palabras sueltas y no frases: así cae también lo que una versión nueva del tema traiga. No están
# las que son a la vez español («error», «no») ni «by» (la licencia se llama CC BY).
ENGLISH = re.compile(
    r"\b(and|around|back|bias|built|button|close|code|collapse|contents|copy|created|dark|"
    r"download|edit|exercise|expand|figure|file|fullscreen|go|hide|home|last|light|link|"
    r"main|matches|menu|mode|module|navigation|next|note|of|on|open|output|page|permalink|please|"
    r"previous|print|raises|return|search|section|settings|show|sidebar|site|skip|solution|source|"
    r"system|table|the|theme|this|toggle|toc|type|updated|using|version|with)\b"
)


def english_in(text):
    return set(ENGLISH.findall(text.lower()))


def visible_text(soup):
    for element in soup.select(f"script, style, svg, .sig, pre, {FOREIGN}"):
        element.decompose()
    return soup.body.get_text(" ")


@pytest.mark.parametrize("name", PAGES)
def test_no_english_is_left_in_the_text(page, name):
    assert not english_in(visible_text(page(name)))


@pytest.mark.parametrize("name", PAGES)
def test_no_english_is_left_in_what_a_screen_reader_says(page, name):
    soup = page(name)
    for element in soup.select(FOREIGN):
        element.decompose()
    said = [element[key] for key in ATTRIBUTES for element in soup.find_all(attrs={key: True})]
    assert said
    assert not english_in(" ".join(said))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_requested_from_anyone_else(page, name):
    soup = page(name)
    loaded = [element["src"] for element in soup.find_all(src=True)]
    loaded += [link["href"] for link in soup.find_all("link", href=True)]
    assert loaded
    assert not [address for address in loaded if re.match(r"(https?:)?//", address)]


def test_the_page_declares_its_language(page):
    assert page("uno").html["lang"] == "es"


def test_formulas_are_drawn_by_the_copy_inside_the_site(site, page):
    (script,) = [s for s in page("uno").find_all("script", src=True) if "mathjax" in s["src"]]
    assert (site / script["src"].split("?")[0]).is_file()


def test_every_message_of_the_search_engine_has_a_translation(site):
    engine = (site / "_static" / "searchtools.js").read_text(encoding="utf-8")
    ours = (site / "_static" / "interfaz-es.js").read_text(encoding="utf-8")
    messages = re.findall(r'(?:_|n?gettext)\(\s*"([^"]+)"', engine)
    assert len(messages) > 4
    assert not [message for message in messages if message not in ours]


def test_every_button_and_link_has_a_name(page):
    soup = page("uno")
    for element in soup.find_all(["button", "a"]):
        name = element.get_text().strip() or element.get("aria-label") or element.get("title")
        assert name, element
