"""Como el del libro, sin publicar nada."""


def publicar(name, value):
    """Hace como que publica."""
