r"""Fashion-MNIST: 70 000 fotografías de prendas, en gris y de 28 × 28, en diez clases.

Xiao, Rasul y Vollgraf la publicaron para sustituir a las cifras de MNIST, que se habían vuelto
demasiado fáciles. Licencia MIT; unos 31 MB.
"""

import gzip
import math
from pathlib import Path

import numpy as np

from redes.data.registry import Dataset, RemoteFile, locate

BASE = (
    "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/"
    "b2617bb6d3ffa2e429640350f613e3291e10b141/data/fashion/"
)

TRAIN_IMAGES = RemoteFile(
    "train-images-idx3-ubyte.gz",
    BASE + "train-images-idx3-ubyte.gz",
    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
    26421880,
)
TRAIN_LABELS = RemoteFile(
    "train-labels-idx1-ubyte.gz",
    BASE + "train-labels-idx1-ubyte.gz",
    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
    29515,
)
TEST_IMAGES = RemoteFile(
    "t10k-images-idx3-ubyte.gz",
    BASE + "t10k-images-idx3-ubyte.gz",
    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
    4422102,
)
TEST_LABELS = RemoteFile(
    "t10k-labels-idx1-ubyte.gz",
    BASE + "t10k-labels-idx1-ubyte.gz",
    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
    5148,
)

DATASET = Dataset(
    name="fashion-mnist",
    title="Fashion-MNIST",
    licence="MIT",
    source="Xiao, Rasul y Vollgraf (2017), arXiv:1708.07747",
    files=(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS),
)

CLASS_NAMES = (
    "camiseta",
    "pantalón",
    "suéter",
    "vestido",
    "abrigo",
    "sandalia",
    "camisa",
    "zapatilla",
    "bolso",
    "botín",
)


def read_idx(path: Path) -> np.ndarray:
    """Lee un fichero IDX comprimido con gzip.

    El formato es de los años noventa: dos bytes nulos, un byte con el tipo (8, enteros de 0 a 255),
    un byte con el número de ejes, cuatro bytes por eje con su longitud, y los datos.

    Parameters
    ----------
    path : Path
        El fichero.

    Returns
    -------
    ndarray of uint8
        La tabla, con sus ejes.

    Raises
    ------
    ValueError
        Si la cabecera no es la de un fichero IDX de bytes, o si sobran o faltan datos.
    """
    content = gzip.decompress(path.read_bytes())
    if content[:3] != b"\x00\x00\x08" or len(content) < 4 + 4 * content[3]:
        raise ValueError(f"{path.name} no es un fichero IDX de bytes: empieza por {content[:4]!r}")
    rank = content[3]
    shape = tuple(int(length) for length in np.frombuffer(content, ">u4", count=rank, offset=4))
    values = np.frombuffer(content, np.uint8, offset=4 + 4 * rank)
    if values.size != math.prod(shape):
        raise ValueError(
            f"{path.name} anuncia la forma {shape}, que son {math.prod(shape)} bytes, "
            f"y trae {values.size}"
        )
    # Una copia propia: la vista de los bytes leídos no se podría modificar.
    return values.reshape(shape).copy()


def load() -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Carga el conjunto, con la misma disposición que ``keras.datasets.fashion_mnist``.

    Returns
    -------
    tuple
        ``(x_train, y_train), (x_test, y_test)``: imágenes de forma (60 000, 28, 28) y
        (10 000, 28, 28), con grises de 0 (fondo) a 255, y etiquetas de 0 a 9 cuyos nombres están
        en ``CLASS_NAMES``. Todo es ``uint8``.

    Raises
    ------
    DataUnavailableError
        Si los ficheros no están; el mensaje dice cómo conseguirlos.
    """
    paths = locate(DATASET)
    x_train, y_train, x_test, y_test = (read_idx(paths[file.name]) for file in DATASET.files)
    return (x_train, y_train), (x_test, y_test)
