import random
import sys
from types import SimpleNamespace

import pytest

from redes.training.seeds import repeat, set_seed


@pytest.fixture
def keras(monkeypatch):
    """Un Keras de mentira: importar el de verdad cuesta cinco segundos."""
    fake = SimpleNamespace(utils=SimpleNamespace(set_random_seed=random.seed))
    monkeypatch.setitem(sys.modules, "keras", fake)
    return fake


def test_set_seed_uses_keras(keras):
    set_seed(7)
    first = random.random()
    set_seed(7)
    assert random.random() == first


def test_repeat_seeds_each_run(keras):
    first = repeat(lambda seed: (seed, random.random()), [3, 1])
    assert [seed for seed, _ in first] == [3, 1]
    assert first[0][1] != first[1][1]
    assert repeat(lambda seed: (seed, random.random()), (1, 3)) == first[::-1]
