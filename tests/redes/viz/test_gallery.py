"""Lo que cumplen todas las figuras: bytes fijos, colores de las fichas y texto buscable."""

import doctest
import functools
import importlib
import inspect
import pkgutil
import re

import numpy as np
import pytest

import redes.viz
from redes.viz import style, tokens
from redes.viz.confusion import confusion_matrix_figure
from redes.viz.curves import compare_curves, learning_curves
from redes.viz.functions import function_panels
from redes.viz.graph_diagram import Edge, Node, graph_diagram
from redes.viz.images import image_grid
from redes.viz.intervals import interval_chart
from redes.viz.network_diagram import network_diagram
from redes.viz.neuron_diagram import neuron_diagram
from redes.viz.published import published_chart
from redes.viz.regions import decision_regions, scatter_classes
from redes.viz.seed_dots import seed_dots
from redes.viz.weights import weight_images

HISTORY = {"loss": [1.0, 0.5, 0.25], "val_loss": [1.5, 1.0, 0.75]}
WORSE = {"loss": [2.0, 0.75, 0.5], "val_loss": [2.5, 1.5, 1.25]}
Z = np.linspace(-2, 2, 9)


def regions():
    figure, ax = style.subplots()
    x, y = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(-1, 1, 9))
    decision_regions(ax, x, y, (x + y > 0).astype(int))
    scatter_classes(ax, np.array([[-0.5, -0.5], [0.5, 0.5]]), np.array([0, 1]), ["luna", "sol"])
    return figure


def cycle():
    figure, ax = style.subplots()
    for shift in range(tokens.SERIES):
        ax.plot(Z, Z + shift, label=f"serie {shift}")
    ax.legend()
    return figure


#: Cada figura y un texto que tiene que encontrarse en ella.
GALLERY = {
    "curvas": (lambda: learning_curves([HISTORY, WORSE], baseline=1.0), "entrenamiento"),
    "comparación": (lambda: compare_curves({"SGD": HISTORY, "Adam": WORSE}), "Adam"),
    "imágenes": (
        lambda: image_grid(np.eye(4).reshape(1, 4, 4), ["diagonal"], hits=[False]),
        "✗ diagonal",
    ),
    "confusión": (lambda: confusion_matrix_figure([[8, 2], [1, 9]], ["no", "sí"]), "sí"),
    "regiones": (regions, "luna"),
    "funciones": (
        lambda: function_panels(Z, {"tanh": np.tanh(Z)}, derivatives={"tanh": 1 - np.tanh(Z) ** 2}),
        "derivada",
    ),
    "intervalos": (
        lambda: interval_chart(["densa"], [0.5], [0.25], [0.75], xlabel="exactitud", reference=0.1),
        "exactitud",
    ),
    "semillas": (lambda: seed_dots(["densa"], [[0.25, 0.5]], xlabel="exactitud"), "0,375"),
    "publicado": (
        lambda: published_chart({"red": (0.5, 0.25, 0.75)}, {"otra": 0.4}, xlabel="exactitud"),
        "este laboratorio",
    ),
    "pesos": (lambda: weight_images(np.linspace(-1, 1, 8).reshape(4, 2), (2, 2)), "unidad 1"),
    "ciclo": (cycle, "serie 5"),
    "neurona": (lambda: neuron_diagram([1, 2], weights=[0.5, -0.25]), "w2 = −0,25"),
    "grafo": (
        lambda: graph_diagram(
            {"a": Node(0, 0, "a = 0,5"), "b": Node(1, 0, "b", "nota")},
            [Edge("a", "b", "por")],
            title="Un grafo",
            description="De a sale b.",
        ),
        "a = 0,5",
    ),
    "red": (lambda: network_diagram([64, 32, 10]), "32 unidades"),
}


def figure_functions():
    """Las funciones públicas de `redes.viz` que dicen devolver una figura o un diagrama."""
    for info in pkgutil.iter_modules(redes.viz.__path__, "redes.viz."):
        module = importlib.import_module(info.name)
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == info.name
            if own and re.search(
                r"Returns\n\s+-+\n\s+(\S+\.)?(Figure|Diagram)", function.__doc__ or ""
            ):
                yield pytest.param(function, id=name)


def example_of(function):
    """Lo último que dibuja la función en el ejemplo de su docstring."""
    drawn = []

    def watched(*arguments, **options):
        drawn.append(function(*arguments, **options))
        return drawn[-1]

    names = {**vars(inspect.getmodule(function)), function.__name__: watched}
    for example in doctest.DocTestParser().get_examples(inspect.getdoc(function)):
        exec(compile(example.source, function.__name__, "single"), names)
    return drawn[-1]


def draw(name):
    return as_svg(GALLERY[name][0]())


def as_svg(figure):
    return figure._repr_svg_() if hasattr(figure, "_repr_svg_") else style.to_svg(figure)


@functools.cache
def render(name):
    return draw(name)


@pytest.mark.parametrize("name", GALLERY)
def test_figure(name, read_texts):
    svg = render(name)
    assert svg == draw(name), "Dos ejecuciones han dado bytes distintos."
    assert GALLERY[name][1] in read_texts(svg)
    check_colours(svg)


@pytest.mark.parametrize("function", list(figure_functions()))
def test_the_example_of_every_figure_function(function, read_texts):
    svg = as_svg(example_of(function))
    assert svg == as_svg(example_of(function)), "Dos ejecuciones han dado bytes distintos."
    check_colours(svg)
    check_texts(svg)
    assert not any(re.search(r"\d\.\d", text) for text in read_texts(svg))


def check_colours(svg):
    # Lo que va dentro de una imagen incrustada no se mira.
    drawn = re.sub(r"data:image/png;base64,[^\"]*", "", svg)
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", drawn))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    # Ni colores con nombre.
    assert not re.search(r"\b(fill|stroke)\s*[:=]\s*\"?(black|white|rgb)", drawn)


@pytest.mark.parametrize("name", GALLERY)
def test_every_text_has_a_colour(name):
    check_texts(render(name))


def check_texts(svg):
    # Sin color saldría en negro, también sobre el fondo oscuro.
    # Una fórmula de Matplotlib lo lleva en el grupo que la envuelve.
    tags = re.findall(r"(<g [^>]*fill[^>]*>\s*)?(<text[^>]*>)", svg)
    assert len(tags) == svg.count("<text")
    assert all("fill" in group + text for group, text in tags)


@pytest.mark.parametrize("name", GALLERY)
def test_no_decimal_point_in_texts(name, read_texts):
    assert not any(re.search(r"\d\.\d", text) for text in read_texts(render(name)))
