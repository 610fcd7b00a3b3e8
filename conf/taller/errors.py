"""Errores que la persona que construye el libro puede remediar."""


class UsageError(Exception):
    """Petición o fichero que no se puede atender; el mensaje dice qué llegó y cómo remediarlo.

    La línea de órdenes la muestra sin traza y termina con estado 2.
    """
