import re
import xml.etree.ElementTree as ET

import pytest

from redes.viz import tokens
from redes.viz.graph_diagram import Edge, Node, graph_diagram

NS = "{http://www.w3.org/2000/svg}"
NODES = {
    "x": Node(0, 0, "x = 2"),
    "w": Node(0, 1, "w = 3"),
    "u": Node(1, 0.5, "u = w·x", "∂C/∂u = 4"),
}
EDGES = [Edge("x", "u"), Edge("w", "u", "por")]


def draw(nodes=NODES, edges=EDGES, **options):
    return graph_diagram(nodes, edges, title="Un producto", description="Se ve u.", **options)


def boxes(diagram):
    """Los rectángulos con borde: (x, y, ancho, alto)."""
    root = ET.fromstring(diagram._repr_svg_())
    found = [box for box in root.iter(f"{NS}rect") if box.get("stroke")]
    return [tuple(float(box.get(key)) for key in ("x", "y", "width", "height")) for box in found]


def test_every_node_and_edge_is_drawn(read_texts):
    diagram = draw()
    assert len(boxes(diagram)) == 3
    svg = diagram._repr_svg_()
    assert len(re.findall("<polygon ", svg)) == 2
    texts = read_texts(svg)
    for expected in ("x = 2", "w = 3", "u = w·x", "∂C/∂u = 4", "por"):
        assert expected in texts


def test_boxes_fit_in_the_drawing_and_keep_the_grid():
    diagram = draw()
    x, w, u = boxes(diagram)
    for left, top, width, height in (x, w, u):
        assert left > 0 and left + width < diagram.width
        assert top > 0 and top + height < diagram.height
    assert x[0] == w[0] and x[1] < w[1]
    # La caja de la derecha está a media altura entre las otras dos.
    middle = (x[1] + x[3] / 2 + w[1] + w[3] / 2) / 2
    assert u[1] + u[3] / 2 == pytest.approx(middle)
    assert u[0] > x[0] + x[2]


def test_arrow_goes_from_border_to_border():
    nodes = {"a": Node(0, 0, "a"), "b": Node(1, 0, "b")}
    diagram = graph_diagram(nodes, [Edge("a", "b")], title="t", description="d")
    first, second = boxes(diagram)
    tip = re.search(r'points="([\d.]+),([\d.]+)', diagram._repr_svg_())
    assert float(tip[1]) == pytest.approx(second[0] - 2, abs=0.01)
    assert float(tip[2]) == pytest.approx(first[1] + first[3] / 2, abs=0.01)
    (line,) = ET.fromstring(diagram._repr_svg_()).iter(f"{NS}line")
    assert float(line.get("x1")) == pytest.approx(first[0] + first[2] + 2, abs=0.01)


def test_note_takes_the_asked_colour():
    svg = draw(note_role="error")._repr_svg_()
    (note,) = [t for t in ET.fromstring(svg).iter(f"{NS}text") if "∂C/∂u" in "".join(t.itertext())]
    assert note.get("fill") == tokens.color("error")


def test_one_column_is_centred():
    diagram = graph_diagram(
        {"a": Node(2, 0, "a"), "b": Node(2, 1, "b")}, [], title="t", description="d"
    )
    for left, _, width, _ in boxes(diagram):
        assert left + width / 2 == pytest.approx(diagram.width / 2)


@pytest.mark.parametrize(
    ("nodes", "edges", "message"),
    [
        ({}, [], "ninguna caja"),
        (NODES, [Edge("x", "z")], "'z', que no es una caja.*x, w, u"),
        (NODES, [Edge("x", "x")], "vuelve a la misma caja"),
        ({"a": Node(0, 0, "a"), "b": Node(0, 0.2, "b")}, [], "'a' y 'b' se pisan"),
    ],
)
def test_bad_arguments(nodes, edges, message):
    with pytest.raises(ValueError, match=message):
        draw(nodes, edges)
