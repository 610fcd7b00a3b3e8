r"""Escalas de color para imágenes y pesos, construidas con las fichas de estilo."""

from matplotlib.colors import LinearSegmentedColormap, to_rgb

from redes.viz import tokens


def sequential_map(role="series-1"):
    """Construye una escala de color del fondo claro a un papel.

    Parameters
    ----------
    role : str
        Papel del extremo mayor. Con ``"text"`` sirve para imágenes en gris, tinta sobre papel.

    Returns
    -------
    matplotlib.colors.LinearSegmentedColormap
        Escala de 256 niveles.
    """
    ends = [tokens.color("surface"), tokens.color(role)]
    return LinearSegmentedColormap.from_list(f"redes-{role}", ends)


def diverging_map():
    """Construye una escala de color para valores con signo.

    El centro es transparente y deja ver el fondo, claro u oscuro; la opacidad crece con el valor
    absoluto. Los extremos contrastan con los dos fondos.

    Returns
    -------
    matplotlib.colors.LinearSegmentedColormap
        Escala del papel ``negative`` al papel ``positive``.
    """
    negative, positive = to_rgb(tokens.color("negative")), to_rgb(tokens.color("positive"))
    stops = [
        (0.0, (*negative, 1.0)),
        (0.5, (*negative, 0.0)),
        (0.5, (*positive, 0.0)),
        (1.0, (*positive, 1.0)),
    ]
    return LinearSegmentedColormap.from_list("redes-signo", stops)
