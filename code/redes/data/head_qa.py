"""HEAD-QA: preguntas de los exámenes de formación sanitaria especializada de España.

Son 6765 preguntas de opción múltiple de seis especialidades. El conjunto se publica con licencia
MIT; las preguntas son del Ministerio de Sanidad español, que permite redistribuirlas si se cita la
fuente y la fecha de actualización (14 de enero de 2019) y no se altera su contenido. 1,9 MB.
"""

import json
from typing import NamedTuple

import numpy as np

from redes.data.archives import read_text
from redes.data.registry import Dataset, RemoteFile, locate

DATASET = Dataset(
    name="head-qa",
    title="HEAD-QA",
    licence="MIT; preguntas del Ministerio de Sanidad de España, con cita de la fuente",
    source="Vilares y Gómez-Rodríguez (2019), 10.18653/v1/P19-1092",
    files=(
        RemoteFile(
            "HEAD.zip",
            "https://raw.githubusercontent.com/claudiaqw/head-qa-afi/"
            "9a8c0b3be470a1d3a271dac15e9b0ef400e70d75/data/HEAD.zip",
            "6bb1cf3bbf8eccab2c5be33c2eb63896f1bd8c14c7a305a9449b254be3d0bfc5",
            1856679,
        ),
    ),
)

# Los seis nombres del fichero, en el orden de las etiquetas, y los nuestros.
CATEGORIES = ("biology", "nursery", "pharmacology", "medicine", "psychology", "chemistry")
CLASS_NAMES = ("biología", "enfermería", "farmacia", "medicina", "psicología", "química")

# El mayor de los tres ficheros ocupa 1,5 MB.
MAX_BYTES = 10_000_000


class Questions(NamedTuple):
    """Las preguntas de una de las tres partes, en el orden de los exámenes."""

    texts: list[str]  # los enunciados
    answers: list[tuple[str, ...]]  # las respuestas posibles de cada uno: cuatro o cinco
    correct: np.ndarray  # índice de la respuesta correcta, desde 0
    labels: np.ndarray  # índice de la especialidad en CLASS_NAMES


class HeadQA(NamedTuple):
    """Las tres partes oficiales, que separan los exámenes por años."""

    train: Questions
    validation: Questions
    test: Questions


def parse(content: str) -> Questions:
    """Convierte en preguntas el JSON de una parte.

    Parameters
    ----------
    content : str
        El texto del fichero.

    Returns
    -------
    Questions
        Las preguntas.
    """
    exams = json.loads(content)["exams"].values()
    items = [(exam["category"], item) for exam in exams for item in exam["data"]]
    return Questions(
        texts=[item["qtext"] for _, item in items],
        answers=[tuple(answer["atext"] for answer in item["answers"]) for _, item in items],
        correct=np.array([int(item["ra"]) - 1 for _, item in items]),
        labels=np.array([CATEGORIES.index(category) for category, _ in items]),
    )


def load() -> HeadQA:
    """Carga las tres partes oficiales.

    Returns
    -------
    HeadQA
        2657 preguntas de entrenamiento (2013 y 2014, con cinco respuestas), 1366 de validación
        (2015, con cuatro) y 2742 de prueba (2016 y 2017, con cuatro).

    Raises
    ------
    DataUnavailableError
        Si el fichero no está; el mensaje dice cómo conseguirlo.
    """
    path = locate(DATASET)["HEAD.zip"]
    parts = (
        parse(read_text(path, f"HEAD/{part}_HEAD.json", max_bytes=MAX_BYTES))
        for part in ("train", "dev", "test")
    )
    return HeadQA(*parts)
