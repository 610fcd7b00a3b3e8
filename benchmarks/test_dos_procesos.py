"""Dos capítulos a la vez, cada uno con un hilo, contra uno solo con uno o con dos hilos."""

import io
import itertools
import statistics
import time

import pytest
from fixture_book import FixtureBook, cell
from rich.console import Console

from taller import chapters, kernel_environment, plan
from taller.execute import EXECUTED, Executor
from taller.progress import Progress
from taller.target import Target

CHAPTERS = 8
ROUNDS = 3
TRAINING = """import keras
import numpy as np
keras.utils.set_random_seed({seed})
rng = np.random.default_rng({seed})
x = rng.normal(size=(4096, 64)).astype("float32")
y = rng.integers(0, 10, size=4096)
model = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(256, "relu"), keras.layers.Dense(10)]
)
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y, epochs=8, batch_size=32, verbose=0)
float(model.evaluate(x, y, verbose=0)) > 0"""


@pytest.fixture
def make_book(tmp_path):
    """Una función que escribe, en una carpeta nueva, un libro de ocho entrenamientos."""
    numbers = itertools.count()

    def make():
        book = FixtureBook(tmp_path / str(next(numbers)))
        for seed in range(CHAPTERS):
            book.chapter(f"c{seed}", cell(TRAINING.format(seed=seed)), seconds=60, memory=1500)
        return book

    return make


def wall_time(make_book, processes, threads):
    """Segundos de reloj en ejecutar los ocho capítulos desde cero."""
    book = make_book()
    target = Target()
    tasks = plan.make(book.workshop, book.store, target, chapters.discover(book.workshop.book))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernel_environment, "THREADS", threads)
        executor = Executor(book.workshop, book.store, target, processes=processes)
        start = time.perf_counter()
        outcomes = executor.execute(tasks, Progress(Console(file=io.StringIO())))
        seconds = time.perf_counter() - start
    assert [outcome.state for outcome in outcomes] == [EXECUTED] * CHAPTERS
    return seconds


def test_two_workers_beat_one(make_book):
    ratios = []
    for _ in range(ROUNDS):
        alone = min(wall_time(make_book, 1, 1), wall_time(make_book, 1, 2))
        together = wall_time(make_book, 2, 1)
        ratios.append(together / alone)
        print(f"uno: {alone:.1f} s; dos: {together:.1f} s; cociente {ratios[-1]:.2f}")
    assert statistics.median(ratios) <= 0.75, ratios
