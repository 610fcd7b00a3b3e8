"""Pone el paquete `contract`, las reglas, al alcance de las pruebas."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
