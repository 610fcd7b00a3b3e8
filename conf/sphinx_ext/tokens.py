"""Los colores de las figuras, leídos de su hoja de estilo.

La hoja la genera el paquete `redes`, que la composición del sitio no importa: se lee el fichero.
"""

import re

BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
TOKEN = re.compile(r"(--fig-[\w-]+)\s*:\s*(#[0-9a-fA-F]{6})\s*;")


def light_roles(css: str) -> dict[str, str]:
    """De cada color en claro, la variable que lo nombra.

    Raises
    ------
    ValueError
        Si no hay bloque `:root`, o si dos papeles comparten color: no se sabría cuál es en oscuro.
    """
    blocks = [body for selector, body in BLOCK.findall(css) if selector.strip().endswith(":root")]
    tokens = [token for body in blocks for token in TOKEN.findall(body)]
    if not tokens:
        raise ValueError(
            "La hoja de colores no define ninguno: se esperaban líneas «--fig-PAPEL: #rrggbb;» "
            "dentro de «:root { … }»."
        )
    roles: dict[str, str] = {}
    for role, colour in tokens:
        other = roles.setdefault(colour.lower(), role)
        if other != role:
            raise ValueError(
                f"Los papeles {other} y {role} comparten el color {colour}: dales dos distintos, "
                "o en oscuro no se sabrá cuál es cuál."
            )
    return roles
