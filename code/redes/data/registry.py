"""El registro de los datos externos: qué ficheros son, dónde están y si son los que decimos.

Un conjunto de datos es una lista de ficheros con su dirección, su tamaño y su SHA-256. Los buscamos
primero en la carpeta de ``REDES_DATA`` y después en la caché de pooch. Solo :func:`fetch` descarga.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pooch

from redes.settings import data_folder

# Segundos para conectar y para cada lectura: sin red, la orden debe fallar enseguida.
TIMEOUT = (3, 20)


class DataUnavailableError(RuntimeError):
    """Faltan ficheros de un conjunto de datos, o no se han podido descargar."""


class DataCorruptedError(ValueError):
    """Un fichero existe pero su tamaño o su SHA-256 no son los declarados."""


@dataclass(frozen=True)
class RemoteFile:
    """Un fichero de un conjunto de datos, tal como se publica.

    Parameters
    ----------
    name : str
        Nombre del fichero, sin carpetas.
    url : str
        Dirección ``https`` de la que se descarga.
    sha256 : str
        Resumen SHA-256 de su contenido: 64 cifras hexadecimales en minúscula.
    size : int
        Tamaño en bytes.
    """

    name: str
    url: str
    sha256: str
    size: int

    def __post_init__(self):
        if PurePosixPath(self.name).name != self.name or "\\" in self.name:
            raise ValueError(f"«{self.name}» no es un nombre de fichero sin carpetas")
        if not self.url.startswith("https://"):
            raise ValueError(f"la dirección de {self.name} debe empezar por https://: {self.url}")
        if not re.fullmatch("[0-9a-f]{64}", self.sha256):
            raise ValueError(
                f"el SHA-256 de {self.name} debe tener 64 cifras hexadecimales en minúscula, "
                f"y es «{self.sha256}»"
            )


@dataclass(frozen=True)
class Dataset:
    """Un conjunto de datos externo: su nombre, su procedencia y sus ficheros.

    Parameters
    ----------
    name : str
        El nombre de su módulo en ``redes.data``, con guiones: ``"fashion-mnist"``.
    title : str
        Título para quien lee.
    licence : str
        Licencia con la que se publica.
    source : str
        Autoría y procedencia, con su referencia.
    files : tuple of RemoteFile
        Los ficheros que lo forman.
    folder : str, optional
        Carpeta en la que están sus ficheros, si no se llama como el conjunto.
    """

    name: str
    title: str
    licence: str
    source: str
    files: tuple[RemoteFile, ...]
    folder: str | None = None

    def paths(self, file: RemoteFile) -> list[Path]:
        """Los sitios donde puede estar un fichero, por orden de preferencia."""
        roots = [data_folder(), pooch.os_cache("redes")]
        return [root / (self.folder or self.name) / file.name for root in roots if root]


@lru_cache(maxsize=256)
def _sha256(path: Path, size: int, mtime_ns: int) -> str:
    """El SHA-256 de un fichero; tamaño y fecha entran en la clave por si el fichero cambia."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _verify(path: Path, file: RemoteFile) -> None:
    """Lanza DataCorruptedError si el fichero no es, byte a byte, el declarado."""
    stat = path.stat()
    digest = _sha256(path, stat.st_size, stat.st_mtime_ns)
    if (stat.st_size, digest) != (file.size, file.sha256):
        raise DataCorruptedError(
            f"{path} no es el fichero declarado: tiene {stat.st_size} bytes y SHA-256 {digest}; "
            f"se esperaban {file.size} bytes y SHA-256 {file.sha256}. "
            f"Borremos esa copia y descarguémosla de nuevo de {file.url}"
        )


def _find(dataset: Dataset, file: RemoteFile) -> Path | None:
    """La copia buena de un fichero, o None si no hay ninguna."""
    *given, cached = dataset.paths(file)
    for path in given:
        # Lo que alguien puso a mano no se salta en silencio si está mal: se dice.
        if path.is_file():
            _verify(path, file)
            return path
    if not cached.is_file():
        return None
    try:
        _verify(cached, file)
    except DataCorruptedError:
        # La caché es nuestra: una copia de otra versión cuenta como ausente y `fetch` la renueva.
        return None
    return cached


def _unavailable(
    dataset: Dataset, missing: list[RemoteFile], cause: Exception | None = None
) -> DataUnavailableError:
    """El error que dice qué falta, de dónde sale y cómo conseguirlo."""
    reason = "Faltan ficheros" if cause is None else "No se han podido descargar ficheros"
    lines = [f"{reason} de «{dataset.title}»:"]
    for file in missing:
        lines.append(f"  {file.name} ({file.size} bytes), de {file.url}")
        lines += [f"    buscado en {path}" for path in dataset.paths(file)]
    lines.append(
        f"Para conseguirlos, ejecutemos con conexión a internet «python -m redes.data obtener "
        f"{dataset.name}», o pongamos en la variable REDES_DATA la carpeta que contiene "
        f"«{dataset.folder or dataset.name}/»."
    )
    if cause is not None:
        lines.append(f"La descarga falló con {type(cause).__name__}: {cause}")
    return DataUnavailableError("\n".join(lines))


def locate(dataset: Dataset) -> dict[str, Path]:
    """Encuentra y comprueba los ficheros de un conjunto de datos. Nunca descarga.

    Busca cada fichero en ``REDES_DATA`` y después en la caché de pooch, y comprueba su tamaño y su
    SHA-256 (una sola vez por proceso).

    Parameters
    ----------
    dataset : Dataset
        El conjunto que buscamos.

    Returns
    -------
    dict of str to Path
        La ruta de cada fichero, por su nombre.

    Raises
    ------
    DataUnavailableError
        Si falta algún fichero.
    DataCorruptedError
        Si un fichero de ``REDES_DATA`` no es el declarado.
    """
    found = {file.name: _find(dataset, file) for file in dataset.files}
    missing = [file for file in dataset.files if found[file.name] is None]
    if missing:
        raise _unavailable(dataset, missing)
    return found


def fetch(dataset: Dataset) -> dict[str, Path]:
    """Encuentra los ficheros de un conjunto de datos y descarga los que falten.

    La descarga va a un nombre temporal y solo ocupa su sitio tras comprobar el SHA-256, de modo que
    nunca queda un fichero a medias.

    Parameters
    ----------
    dataset : Dataset
        El conjunto que queremos.

    Returns
    -------
    dict of str to Path
        La ruta de cada fichero, por su nombre.

    Raises
    ------
    DataUnavailableError
        Si no se ha podido descargar alguno, o si lo descargado no es lo declarado.
    DataCorruptedError
        Si un fichero de ``REDES_DATA`` no es el declarado.
    """
    for file in dataset.files:
        if _find(dataset, file) is None:
            try:
                _download(dataset, file)
            # OSError: la red y el disco (las excepciones de requests lo son); ValueError: el hash.
            except (OSError, ValueError) as error:
                raise _unavailable(dataset, [file], error) from error
    return locate(dataset)


def _download(dataset: Dataset, file: RemoteFile) -> None:
    """Descarga un fichero a la caché; pooch comprueba el hash antes de ponerle su nombre."""
    target = dataset.paths(file)[-1]
    pooch.get_logger().setLevel("WARNING")  # sus avisos están en inglés
    pooch.retrieve(
        file.url,
        known_hash=f"sha256:{file.sha256}",
        fname=target.name,
        path=target.parent,
        downloader=pooch.HTTPDownloader(timeout=TIMEOUT),
    )
    _verify(target, file)
