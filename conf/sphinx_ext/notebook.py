"""Del MyST del libro a un cuaderno que se entiende en Jupyter.

El código no cambia. En la prosa, lo que solo entiende el libro se vuelve Markdown corriente: los
bloques de aviso y de ejercicio pasan a ser texto con título, y los papeles, su texto.
"""

import re
from collections.abc import Mapping

import nbformat

TITLES = {
    "note": "Nota",
    "tip": "Consejo",
    "important": "Importante",
    "warning": "Aviso",
    "caution": "Cuidado",
    "danger": "Peligro",
    "seealso": "Véase también",
    "exercise": "Ejercicio",
    "exercise-start": "Ejercicio",
    "solution": "Solución",
    "solution-start": "Solución",
    "pista": "Pista",
}
KINDS = {"fig": "figura", "tabla": "tabla", "ej": "ejercicio", "sol": "solución"}
CODE = ("code", "code-block", "sourcecode")
GENERATED = ("bibliography", "contents", "exercise-end", "glossary", "solution-end", "toctree")
FENCE = re.compile(r"^ *(?P<mark>`{3,}|:{3,})(?:\{(?P<name>[\w:-]+)\} *(?P<argument>.*))?")
OPTION = re.compile(r"^:[\w-]+:")
LABEL = re.compile(r"^\([\w-]+\)=\s*$", re.MULTILINE)
ROLE = re.compile(r"\{(?P<role>[\w:]+)\}`(?P<text>[^`]+)`")
TARGET = re.compile(r"\s*<[^<>]*>$")
INTRODUCTION = (
    "> Cuaderno del libro *Aprendizaje profundo con Keras*. Necesita el paquete `redes`, que está "
    "en la carpeta `code/` del libro."
)


def portable(notebook: nbformat.NotebookNode, results: Mapping[str, str]) -> nbformat.NotebookNode:
    """El cuaderno con su prosa traducida, sin salidas y con identificadores estables."""
    cells = [nbformat.v4.new_markdown_cell(INTRODUCTION)]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cells.append(nbformat.v4.new_code_cell(cell.source))
        elif text := plain(cell.source, results):
            cells.append(nbformat.v4.new_markdown_cell(text))
    for number, cell in enumerate(cells):
        cell["id"] = f"celda-{number}"
    kernel = notebook.metadata.get("kernelspec", {"name": "python3", "display_name": "Python 3"})
    return nbformat.v4.new_notebook(
        cells=cells,
        metadata={"kernelspec": kernel, "language_info": {"name": "python"}},
    )


def plain(source: str, results: Mapping[str, str]) -> str:
    """Traduce una celda de prosa a Markdown corriente; `results` son los valores publicados."""
    text = "\n".join(_blocks(source.splitlines()))
    return ROLE.sub(lambda match: _role(match, results), LABEL.sub("", text)).strip()


def _blocks(lines: list[str]) -> list[str]:
    """Traduce las directivas, también las anidadas, y copia lo demás."""
    result: list[str] = []
    position = 0
    while position < len(lines):
        fence = FENCE.match(lines[position])
        position += 1
        if not fence:
            result.append(lines[position - 1])
            continue
        end = _closing(lines, position, fence["mark"])
        if fence["name"]:
            result += _directive(fence["name"], fence["argument"], lines[position:end])
        else:
            result += lines[position - 1 : end + 1]
        position = end + 1
    return result


def _closing(lines: list[str], start: int, mark: str) -> int:
    """Dónde se cierra el bloque que se abrió con `mark`."""
    return next((n for n in range(start, len(lines)) if lines[n].strip() == mark), len(lines))


def _directive(name: str, argument: str, body: list[str]) -> list[str]:
    """Lo que queda de una directiva fuera del libro."""
    if name in GENERATED:
        return []
    if name == "literalinclude":
        return [f"(El código está en `{argument.rsplit('../', 1)[-1]}`.)"]
    label = next((line.split()[1] for line in body if line.startswith(":label: ")), None)
    body = _without_options(body)
    if name == "math":
        return ["$$", *body, *([rf"\tag{{{label}}}"] if label else []), "$$"]
    if name in CODE:
        return [f"```{argument}", *body, "```"]
    title = TITLES.get(name)
    subtitle = argument if name.startswith(("exercise", "admonition")) else ""
    heading = ". ".join(part for part in (title, subtitle) if part)
    return [*([f"**{heading}**", ""] if heading else []), *_blocks(body)]


def _without_options(body: list[str]) -> list[str]:
    """El cuerpo de una directiva sin sus opciones (`:clave: valor`)."""
    start = 0
    while start < len(body) and OPTION.match(body[start].strip()):
        start += 1
    return body[start:]


def _role(match: re.Match, results: Mapping[str, str]) -> str:
    """El texto de un papel: fórmulas entre dólares, citas entre corchetes, enlaces sin destino."""
    role, text = match["role"], match["text"]
    if role == "math":
        return f"${text}$"
    if role.startswith("cite"):
        return f"[{text}]"
    if role == "en":
        return f"*{text}*"
    if role == "resultado":
        return results.get(text, "…")
    if role in ("numref", "ref", "doc") and not TARGET.search(text):
        return KINDS.get(text.partition("-")[0], "apartado")
    return TARGET.sub("", text).lstrip("~")
