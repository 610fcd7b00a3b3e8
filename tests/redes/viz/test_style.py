import os
import re
import subprocess
import sys
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import nbclient
import nbformat
import numpy as np
import pytest

from redes.viz import colormaps, style, tokens
from redes.viz.curves import learning_curves

CODE = str(Path(__file__).parents[3] / "code")


def tick_labels(ax):
    return [label.get_text() for label in ax.get_xticklabels()]


def test_axes_have_decimal_comma():
    figure, ax = style.subplots()
    ax.plot([0, 1], [0, 1])
    assert "0,2" in tick_labels(ax)
    assert "0,2" in style.to_svg(figure)


def test_pyplot_figures_have_it_too():
    figure, ax = plt.subplots()
    try:
        ax.plot([-1, 1], [0, 1])
        assert "−0,50" in tick_labels(ax)
    finally:
        plt.close(figure)


def test_axes_added_later_have_it_too():
    _, ax = style.subplots()
    second = ax.twinx()
    second.plot([0, 1], [0, 1])
    assert "0,2" in [label.get_text() for label in second.get_yticklabels()]


def test_categories_keep_their_names():
    _, ax = style.subplots()
    ax.bar(["uno", "dos"], [1, 2])
    assert tick_labels(ax) == ["uno", "dos"]


def test_decimal_comma_respects_other_formatters():
    _, ax = style.subplots()
    ax.set_xscale("log")
    before = ax.xaxis.get_major_formatter()
    style.decimal_comma(ax)
    assert ax.xaxis.get_major_formatter() is before


def test_common_offset_has_comma(read_texts):
    _, ax = style.subplots()
    ax.yaxis.set_major_formatter(style.CommaFormatter(useOffset=True))
    ax.plot([0, 1], [1234.5, 1234.5001])
    assert "1e−4+1,2345e3" in read_texts(style.to_svg(ax.figure))


def test_figures_are_not_registered_in_pyplot():
    before = plt.get_fignums()
    style.subplots(2, 2)
    assert plt.get_fignums() == before


def test_svg_has_no_date_and_keeps_its_width():
    figure, ax = style.subplots()
    ax.plot([0, 1], [0, 1])
    svg = style.to_svg(figure)
    assert "<dc:date>" not in svg
    assert f'width="{tokens.WIDTH * 72:g}pt"' in svg


def test_svg_text_is_text():
    figure, ax = style.subplots()
    ax.set_title("Título con eñe")
    assert "Título con eñe</text>" in style.to_svg(figure)


def test_same_bytes_in_two_processes():
    history = {"loss": [1.0, 0.5], "val_loss": [1.25, 0.75]}
    program = (
        f"import sys; sys.path.insert(0, {CODE!r}); from redes.viz import curves, style; "
        f"style.use(); figure = curves.learning_curves({history}); "
        "sys.stdout.buffer.write(style.to_svg(figure).encode())"
    )
    other = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "MPLBACKEND": "Agg"},
    ).stdout
    assert other.decode() == style.to_svg(learning_curves(history))


def test_cycle_repeats_neither_colour_nor_dash():
    cycle = list(matplotlib.rcParams["axes.prop_cycle"])
    assert len({entry["color"] for entry in cycle}) == tokens.SERIES
    assert len({str(entry["linestyle"]) for entry in cycle}) == tokens.SERIES


def test_notebook_shows_one_svg(tmp_path, monkeypatch):
    monkeypatch.delenv("MPLBACKEND", raising=False)  # el núcleo elige el suyo
    # La figura propia, una vez; la de pyplot, importado después, también en SVG y con coma.
    cells = [
        f"import sys; sys.path.insert(0, {CODE!r})\nfrom redes.viz import style\nstyle.use()",
        "figure, ax = style.subplots()\nax.plot([0, 1], [0, 1])\nfigure",
        "import matplotlib.pyplot as plt\nplt.plot([0, 1], [0, 1]);",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3").execute(cwd=str(tmp_path))
    for cell in notebook.cells[1:]:
        (output,) = cell.outputs
        assert set(output.data) == {"image/svg+xml", "text/plain"}
        assert "0,2" in output.data["image/svg+xml"]
        assert "<dc:date>" not in output.data["image/svg+xml"]


def test_sequential_map_goes_from_paper_to_ink():
    ends = matplotlib.colors.to_hex(colormaps.sequential_map("text")(0.0))
    assert ends == tokens.color("surface")
    assert matplotlib.colors.to_hex(colormaps.sequential_map("text")(1.0)) == tokens.color("text")


def test_diverging_map_is_symmetric_and_clear_in_the_middle():
    scale = colormaps.diverging_map()
    alphas = scale(np.linspace(0, 1, 256))[:, 3]
    np.testing.assert_allclose(alphas, alphas[::-1], atol=0.01)
    assert alphas[127:129].max() < 0.02
    assert alphas[[0, -1]] == pytest.approx([1, 1])
    assert matplotlib.colors.to_hex(scale(0.0)) == tokens.color("negative")
    assert matplotlib.colors.to_hex(scale(1.0)) == tokens.color("positive")


def test_font_stack_needs_nothing_installed():
    figure, ax = style.subplots()
    ax.set_title("x")
    assert re.search(r"font-family: 'DejaVu Sans', [^;]*, sans-serif;", style.to_svg(figure))
