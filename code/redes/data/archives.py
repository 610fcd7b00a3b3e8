"""Leer un fichero de un archivo zip sin descomprimir nada en el disco."""

import zipfile
from pathlib import Path


def read_text(path: Path, member: str, *, max_bytes: int) -> str:
    """El texto (UTF-8) de un miembro de un archivo zip.

    Se lee en memoria y por su nombre exacto, así que los nombres que traiga el archivo no pueden
    escribir en ningún sitio; el tope de tamaño protege de un archivo que se infle al abrirlo.

    Parameters
    ----------
    path : Path
        El archivo zip.
    member : str
        Nombre exacto del miembro.
    max_bytes : int
        Tamaño máximo aceptado una vez descomprimido, en bytes.

    Returns
    -------
    str
        El texto.

    Raises
    ------
    ValueError
        Si el miembro no está o si pasa del tamaño máximo.
    """
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if member not in names:
            raise ValueError(f"{path.name} no contiene «{member}»; contiene {', '.join(names)}")
        with archive.open(member) as stream:
            content = stream.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise ValueError(f"«{member}», en {path.name}, pasa de {max_bytes} bytes al descomprimirlo")
    return content.decode("utf-8")
