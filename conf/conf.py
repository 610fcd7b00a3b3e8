"""Configuración de Sphinx: convierte `book/` en el sitio."""

import sys
from pathlib import Path

CONF = Path(__file__).resolve().parent
sys.path.insert(0, str(CONF))

from sphinx_ext import spanish  # noqa: E402  (está en la carpeta que se acaba de añadir)
from taller.workshop import Workshop  # noqa: E402

spanish.install()
WORKSHOP = Workshop.default()

# --- Dónde vive el proyecto -------------------------------------------------------------------
# Los dos únicos ajustes que dependen de dónde se publica. Mientras estén vacíos no hay botones de
# repositorio, ni enlaces de edición, ni dirección canónica.
REPOSITORY = ""  # "https://github.com/QUIEN/PROYECTO"
SITE = ""  # "https://EJEMPLO.org/libro/"

# --- El libro ---------------------------------------------------------------------------------
project = "Aprendizaje profundo con Keras"
author = "Las personas autoras de Aprendizaje profundo con Keras"
project_copyright = author
language = "es"
root_doc = "index"

extensions = [
    "myst_nb",
    "sphinx.ext.mathjax",
    "sphinx.ext.napoleon",
    "autoapi.extension",
    "sphinx_design",
    "sphinx_exercise",
    "sphinxcontrib.bibtex",
    "sphinx_ext.chapter_numbers",
    "sphinx_ext.solutions",
    "sphinx_ext.english",
    "sphinx_ext.folded_cells",
    "sphinx_ext.inline_svg",
    "sphinx_ext.downloads",
    "sphinx_ext.bibliography",
    "sphinx_ext.public_names",
    "sphinx_ext.execution",
    "sphinx_ext.results",
    "sphinx_ext.cards",
    "sphinx_ext.pending_figures",
    "sphinx_ext.references",
]
exclude_patterns = ["**/.ipynb_checkpoints", "resultados.toml"]
templates_path = ["templates"]

# --- MyST -------------------------------------------------------------------------------------
myst_enable_extensions = [
    "amsmath",
    "attrs_block",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "dollarmath",
    "fieldlist",
    "substitution",
]
myst_heading_anchors = 3

# --- Celdas: Sphinx nunca arranca un núcleo ---------------------------------------------------
# El modo, la caché y las exclusiones los pone sphinx_ext.execution con lo que hay en el almacén.
nb_code_prompt_show = "Mostrar {type}"  # sphinx_ext.folded_cells dice qué, en español
nb_code_prompt_hide = "Ocultar {type}"
nb_merge_streams = True

# --- Numeración -------------------------------------------------------------------------------
numfig = True
numfig_format = {
    "figure": "Figura %s",
    "table": "Tabla %s",
    "code-block": "Código %s",
    "section": "Sección %s",
    "exercise": "Ejercicio %s",
}
math_number_all = False
math_numfig = True
# La referencia va dentro de una frase: «la ecuación (2.1)».
math_eqref_format = "({number})"

# --- Referencias ------------------------------------------------------------------------------
nitpicky = True
nitpick_ignore_regex = [
    # Nombres de otras bibliotecas (numpy.ndarray, pathlib.Path…): sus inventarios están en la red
    # y el libro se compone sin ella; salen como texto. Un enlace roto a `redes` sí es un fallo.
    (r"py:\w+", r"(?!redes\.)[a-z_]\w*\.[\w.]+"),
    # Las excepciones de la biblioteca estándar, que los apartados «Lanza» nombran sin módulo.
    (r"py:exc", r"[A-Z]\w*(Error|Exception|Warning)"),
]
bibtex_bibfiles = [str(path) for path in WORKSHOP.book.glob("referencias.bib")]
bibtex_default_style = "libro"
bibtex_reference_style = "libro"

# --- Referencia de `redes`, extraída sin importarla --------------------------------------------
autoapi_dirs = [str(path) for path in WORKSHOP.code.glob("redes")]
if not autoapi_dirs:  # un libro de prueba, sin paquete que documentar
    extensions.remove("autoapi.extension")
autoapi_root = "api"
autoapi_template_dir = str(CONF / "templates" / "autoapi")
autoapi_ignore = ["*/__main__.py", "*/_*/*"]
autoapi_options = ["members", "undoc-members", "imported-members"]
autoapi_member_order = "bysource"
autoapi_python_class_content = "both"
autoapi_add_toctree_entry = False
autoapi_keep_files = False
napoleon_google_docstring = False
napoleon_use_param = False
napoleon_use_rtype = False
napoleon_use_ivar = False
python_use_unqualified_type_names = True

# --- HTML -------------------------------------------------------------------------------------
html_theme = "sphinx_book_theme"
html_title = project
html_baseurl = SITE
html_last_updated_fmt = None
html_copy_source = True
html_show_sphinx = False
html_static_path = ["static"]
html_favicon = "static/favicon.svg"
html_css_files = ["figuras.css", "libro.css"]
html_js_files = ["interfaz-es.js", "imprimir.js"]
html_theme_options = {
    "toc_title": "En esta página",
    "search_bar_text": "Buscar en el libro…",
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "use_download_button": True,
    "use_fullscreen_button": True,
    "navbar_persistent": [],  # el buscador ya está en el índice y en la barra del artículo
    "footer_content_items": ["copyright.html"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
if REPOSITORY:
    html_theme_options |= {
        "repository_url": REPOSITORY,
        "path_to_docs": "book",
        "use_repository_button": True,
        "use_edit_page_button": True,
        "use_issues_button": True,
    }

# Una copia de MathJax dentro del sitio (véase static/vendor/mathjax/LEEME.md).
mathjax_path = "vendor/mathjax/tex-svg-full.js"
mathjax3_config = {
    "options": {"enableMenu": False},  # el menú está en inglés y pediría ficheros que no llevamos
    "svg": {"fontCache": "local"},
}

# --- Otros formatos ---------------------------------------------------------------------------
epub_show_urls = "no"
epub_exclude_files = [
    f"_static/{path.relative_to(CONF / 'static').as_posix()}"
    for path in sorted((CONF / "static" / "vendor").rglob("*"))
]
latex_engine = "xelatex"
