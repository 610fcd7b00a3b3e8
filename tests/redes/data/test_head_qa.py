import json
import os
import zipfile

import numpy as np
import pytest

from redes.data import head_qa
from redes.data.head_qa import CATEGORIES, CLASS_NAMES, load, parse


def part(category, right):
    answers = [{"aid": n, "atext": f"respuesta {n}"} for n in (1, 2, 3)]
    item = {"qid": "7", "qtext": "¿Qué es?", "ra": str(right), "answers": answers, "image": ""}
    return json.dumps({"exams": {"Cuaderno": {"category": category, "data": [item]}}})


def test_parse():
    questions = parse(part("medicine", 3))
    assert questions.texts == ["¿Qué es?"]
    assert questions.answers == [("respuesta 1", "respuesta 2", "respuesta 3")]
    assert questions.answers[0][questions.correct[0]] == "respuesta 3"
    assert CLASS_NAMES[questions.labels[0]] == "medicina"


def test_load_puts_each_part_in_its_place(tmp_path, monkeypatch):
    path = tmp_path / "HEAD.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, name in enumerate(("train", "dev", "test")):
            archive.writestr(f"HEAD/{name}_HEAD.json", part(CATEGORIES[number], 1))
    monkeypatch.setattr(head_qa, "locate", lambda dataset: {"HEAD.zip": path})
    data = load()
    assert [int(p.labels[0]) for p in (data.train, data.validation, data.test)] == [0, 1, 2]


@pytest.mark.skipif(not os.environ.get("REDES_DATA"), reason="falta REDES_DATA")
def test_the_real_thing():
    data = load()
    assert [len(p.texts) for p in data] == [2657, 1366, 2742]
    for p in data:
        assert len(p.texts) == len(p.answers) == len(p.correct) == len(p.labels)
        assert set(p.labels.tolist()) == set(range(len(CLASS_NAMES)))
        assert all(0 <= c < len(a) for a, c in zip(p.answers, p.correct, strict=True))
    # La especialidad más frecuente en entrenamiento, aplicada a la prueba.
    majority = np.bincount(data.train.labels).argmax()
    assert (data.test.labels == majority).mean() == pytest.approx(0.167, abs=0.003)
