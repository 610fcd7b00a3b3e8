"""Un corrector de mentira."""


def check(name, answer):
    """Da por buena cualquier respuesta."""
    return answer
