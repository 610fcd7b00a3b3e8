"""Publicar un resultado: lo calcula una celda, lo escribe la prosa, nadie lo teclea."""

import sys

from redes.viz.numerals import spanish_number


def publicar(
    name: str, value: float, *, std: float | None = None, decimals: int = 3, unit: str = ""
) -> None:
    r"""Registra un resultado con su nombre para que la prosa lo cite con el papel ``{resultado}``.

    Dentro del libro el ejecutor guarda el valor, comprueba que está en el intervalo esperado
    (``book/resultados.toml``) y la prosa muestra el texto. Fuera del libro, lo escribe.

    Parameters
    ----------
    name : str
        «capitulo.resultado», único en el libro.
    value : float
        El valor (si son varias semillas, su media).
    std : float, optional
        Desviación típica entre semillas; si se da, el texto es «media ± desviación».
    decimals : int
        Cifras decimales con que se muestra.
    unit : str
        Unidad que sigue al número, separada por un espacio fino.

    Raises
    ------
    ValueError
        Si el nombre no tiene la forma «capitulo.resultado» o el valor no es un número finito.

    Examples
    --------
    >>> publicar("primera-red.exactitud", 0.9562, std=0.0041)
    primera-red.exactitud = 0,956 ± 0,004
    """
    if name.count(".") != 1 or not all(name.split(".")):
        raise ValueError(
            f"El nombre de un resultado es «capitulo.resultado» y llegó {name!r}. "
            "Por ejemplo: «primera-red.exactitud»."
        )
    if not abs(value) < float("inf"):
        raise ValueError(f"El resultado {name} debe ser un número finito y llegó {value!r}.")
    text = spanish_number(f"{value:.{decimals}f}")
    if std is not None:
        text += f" ± {spanish_number(f'{std:.{decimals}f}')}"
    if unit:
        text += f"\u202f{unit}"
    result = {
        "nombre": name,
        "valor": float(value),
        "desviacion": None if std is None else float(std),
        "decimales": decimals,
        "texto": text,
    }
    _show(name, text, result)


def _show(name: str, text: str, result: dict) -> None:
    """En un núcleo de Jupyter, una salida oculta con el resultado; si no, una línea de texto."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None or not hasattr(shell, "kernel"):
        print(f"{name} = {text}")
        return
    from IPython.display import display

    # La forma de la salida es la de `glue` de MyST-NB, que así la reconoce y no la muestra.
    prefix = "application/papermill.record/"
    display(
        {f"{prefix}text/plain": text},
        raw=True,
        metadata={"scrapbook": {"name": name, "mime_prefix": prefix}, "resultado": result},
    )
