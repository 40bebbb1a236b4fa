"""``sanctionscreen explain``: what becomes of a name before it is scored."""

from __future__ import annotations

import click

from sanctionscreen.cli.tables import show_table
from sanctionscreen.matching import explain
from sanctionscreen.model import Explanation
from sanctionscreen.model.vocabulary import KINDS, kind_of
from sanctionscreen.reports.json import render_json
from sanctionscreen.screening import Screener
from sanctionscreen.store import Store

EPILOG = """\b
Examples:
  sanctionscreen explain "Shenzhen Kingpai Technology Co., Ltd."
  sanctionscreen explain "Maduro Moros, Nicolas" --kind person
  sanctionscreen explain "深圳市金派科技有限公司" --json
"""


@click.command("explain", epilog=EPILOG)
@click.argument("name")
@click.option("--kind", default="unknown", show_default=True, help=f"What bears it: {', '.join(KINDS)}.")
@click.option("--json", "as_json", is_flag=True, help="The explanation as one line of JSON.")
def command(name: str, kind: str, as_json: bool) -> None:
    """Show every step that NAME takes before it is scored, and what each word weighs in the end.

    Words weigh by their rarity in the loaded lists and among ordinary company names; without loaded
    lists, among these alone.
    """
    known = kind_of(kind)
    found = Screener.open().explain(name, known) if Store().held() else explain(name, known)
    if as_json:
        click.echo(render_json(found))
    else:
        _show(found)


def _show(found: Explanation) -> None:
    before = found.name
    for step in found.steps:
        if step.result != before:
            click.echo(f"{step.step.replace('_', ' '):<24}{step.result}")
        before = step.result
    click.echo()
    rows = [
        (word.text, word.key, word.role, f"{word.rarity:.2f}", f"{word.weight:.2f}", f"{word.share:.0%}")
        for word in found.words
    ]
    show_table(("word", "compared as", "role", "rarity", "weight", "share"), rows)
