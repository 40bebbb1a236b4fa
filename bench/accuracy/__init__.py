"""How well names are found: one module per task, and one command that prints one table of them.

``cases.py`` says what a case is and how answers are counted, ``lists.py`` where listed parties come
from, ``engines.py`` who answers, ``table.py`` how it is shown.
"""
