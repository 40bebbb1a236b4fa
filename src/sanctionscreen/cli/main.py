"""The command line: a thin module per command, imported when it is called."""

from __future__ import annotations

import sys
import traceback

import click

from sanctionscreen.errors import SanctionscreenError, UsageError

from .lazy import LazyCommands

COMMANDS = {
    "screen": "Screen names against the loaded lists.",
    "batch": "Screen a file of parties: CSV, XLSX, JSON lines, Parquet.",
    "shipments": "Screen a file of shipments: CSV, XLSX, Parquet, JSON, UN/EDIFACT, UBL.",
    "compare": "Hold two names against each other.",
    "explain": "Show what becomes of a name before it is scored.",
    "lists": "What is loaded; load lists, keep them fresh, see what changed.",
}


EPILOG = """\b
Examples:
  sanctionscreen screen "World Jetta (HK) Logistics"
  sanctionscreen screen "Maduro Moros, Nicolas" --kind person --json
  sanctionscreen batch customers.xlsx -o hits.csv
  sanctionscreen shipments orders.xlsx -o report.html
  sanctionscreen compare "Sinno Electronic Co" "SINNO ELECTRONICS CO., LIMITED"
  sanctionscreen lists available
  sanctionscreen lists update us_csl un_sc
  sanctionscreen lists status

\b
Exit codes: 0 no match, 1 match, 2 wrong usage, 3 could not screen or incomplete.
The lists are kept in SANCTIONSCREEN_HOME, else in the user's data folder.
"""


@click.group(
    cls=LazyCommands,
    package="sanctionscreen.cli",
    lines=COMMANDS,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="sanctionscreen")
def cli() -> None:
    """Screen trade counterparties against sanctions and export-control lists.

    Everything happens on this machine: no name leaves it. "No match" is not a clearance, and nothing
    here is legal advice.
    """


def main() -> None:
    """Run the command line and exit with its code.

    An error of ours is one message on stderr. Whatever goes wrong, the code is never 0 or 1, which
    would read as an answer: 2 is wrong usage, 3 is everything else.
    """
    try:
        cli(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2 if isinstance(error, click.UsageError) else 3)
    except UsageError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    except SanctionscreenError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(3)
    except (click.Abort, BrokenPipeError):
        sys.exit(3)
    except Exception:
        click.echo("Error: this is a fault in sanctionscreen; please report it with what follows", err=True)
        traceback.print_exc()
        sys.exit(3)
