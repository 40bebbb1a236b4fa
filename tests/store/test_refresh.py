"""Refreshing from a real server: every fault leaves the last good version, and says what was wrong."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import sanctionscreen as ss
from sanctionscreen.model import Refresh
from sanctionscreen.store import Step, Store
from tests.fetching import server
from tests.fetching.server import Publisher, publishing

from .conftest import NOON
from .made import ROOT, ROWS, environment, python, run, tree, write_made

SETTINGS = """
[download]
connect_seconds = 1
silence_seconds = 0.3
total_seconds = 1
max_megabytes = 1
attempts = 2
pause_seconds = 0.01
longest_pause_seconds = 0.1
"""
MORE = [*ROWS, "4,Fourth,Oslo"]
UN = next((ROOT / "tests" / "sources" / "fixtures" / "un_sc" / "layout_2026").glob("*.xml"))


def made(
    rows: list[str] | tuple[str, ...] = ROWS, *, as_of: str = "2024-05-06", announced: str = ""
) -> bytes:
    return "".join(f"{row}\n" for row in (f"#zz_made,{as_of},{announced}", *rows)).encode()


def numbered(count: int, city: str = "Oslo") -> list[str]:
    return [f"{number},Name {number},{city}" for number in range(count)]


@pytest.fixture(scope="module")
def running() -> Iterator[Publisher]:
    with publishing() as publisher:
        yield publisher


@pytest.fixture
def publisher(running: Publisher, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    monkeypatch.setenv("NO_PROXY", "*")
    running.answers.clear()
    running.asked.clear()
    running.answers["/zz_made/made.txt"] = made()
    return running


@pytest.fixture
def store(store: Store) -> Store:
    store.home.mkdir()
    (store.home / "settings.toml").write_text(SETTINGS, "utf-8")
    return store


@pytest.fixture
def loaded(store: Store, publisher: Publisher) -> Store:
    assert refresh(store, publisher).outcome == "new"
    return store


def refresh(store: Store, publisher: Publisher, key: str = "zz_made") -> Refresh:
    (result,) = store.refresh(key, origin=publisher.url)
    return result


def leftovers(store: Store) -> list[Path]:
    return list(store.home.rglob(".adding-*"))


def what_screens(store: Store) -> list[str]:
    """The names that a new screener finds, as proof that the current version works."""
    names = ("Zyxel Works", "Ådal Øst", "金派科技", "Fourth")
    return [
        name
        for name, answer in zip(names, ss.Screener.open(store).screen_many(names), strict=True)
        if answer.hits
    ]


def test_a_new_list_is_fetched_and_says_where_from(store: Store, publisher: Publisher) -> None:
    steps: list[Step] = []
    (result,) = store.refresh("zz_made", origin=publisher.url, progress=steps.append)
    assert (result.list, result.outcome, result.before, result.problems) == ("zz_made", "new", None, ())
    assert store.snapshots() == (result.snapshot,)
    assert result.snapshot
    assert result.snapshot.files[0].url == f"{publisher.url}/zz_made/made.txt"
    assert {step.doing for step in steps} == {"download", "read"}
    assert what_screens(store) == ["Zyxel Works", "Ådal Øst", "金派科技"]


def test_a_file_that_has_not_changed_is_not_sent_and_confirms(loaded: Store, publisher: Publisher) -> None:
    later = Store(loaded.home, now=lambda: NOON + timedelta(days=20))
    assert later.status()[0].state == "stale"
    publisher.asked.clear()
    result = refresh(later, publisher)
    assert result.outcome == "unchanged"
    assert "If-None-Match" in publisher.asked[0][1]
    (status,) = later.status()
    assert (status.state, status.confirmed_on) == ("fresh", date(2024, 6, 21))
    assert status.fresh_until == date(2024, 6, 28)


def test_the_same_bytes_without_a_304_confirm_as_well(loaded: Store, publisher: Publisher) -> None:
    publisher.answers["/zz_made/made.txt"] = lambda request: request.say(200, made())
    before = loaded.snapshots()
    assert refresh(loaded, publisher).outcome == "unchanged"
    assert loaded.snapshots() == before == loaded.history("zz_made")


def test_a_new_version_replaces_the_one_before_and_keeps_it(loaded: Store, publisher: Publisher) -> None:
    (before,) = loaded.snapshots()
    publisher.answers["/zz_made/made.txt"] = made(MORE, as_of="2024-05-20")
    result = refresh(loaded, publisher)
    assert (result.outcome, result.before) == ("new", before.version)
    assert loaded.snapshots() == (result.snapshot,)
    assert set(loaded.history("zz_made")) == {before, result.snapshot}
    assert "Fourth" in what_screens(loaded)


FAULTS: dict[str, tuple[server.Answer | bytes, str, str]] = {
    "403": (server.status(403), "failed", "403 Forbidden"),
    "429": (server.status(429, Retry_After="1000"), "failed", "429 Too Many Requests"),
    "500": (server.status(500), "failed", "500 Internal Server Error, 2 times in a row"),
    "drip": (server.drip, "failed", "bytes came in 1 seconds"),
    "silence": (server.silence, "failed", "fell silent"),
    "cut": (server.cut(made(MORE)), "failed", "the connection"),
    "cut chunks": (server.cut_chunks(made(MORE)), "failed", "the connection"),
    "cut, with no length told": (server.cut_unannounced(made(MORE)), "refused", "cannot be understood"),
    "redirects": (server.round_and_round, "failed", "redirects more than 5 times"),
    "gzip bomb": (server.gzip_bomb(300), "failed", "larger than 1 MB"),
    "nothing": (b"", "failed", "an empty file"),
    "web page": (b"<!DOCTYPE html><html><body>Busy</body></html>", "refused", "this is a web page"),
    "another list": (made().replace(b"zz_made", b"zz_other"), "refused", "this looks like zz_other"),
    "no records": (made(()), "refused", "the file has no records"),
    "fewer than it says": (made(MORE, announced="5"), "refused", "it has 5 records, and 4 were read"),
    "damaged": (made(["1,Zyxel Works"]), "refused", "cannot be understood"),
    "a name of nobody": (made(["1,,Oslo"]), "refused", "cannot be understood"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_last_good_version(loaded: Store, publisher: Publisher, fault: str) -> None:
    answer, outcome, said = FAULTS[fault]
    (before,), files = loaded.snapshots(), tree(loaded.home)
    publisher.answers["/zz_made/made.txt"] = answer
    result = refresh(loaded, publisher)
    assert (result.outcome, result.refused) == (outcome, None)
    assert said in result.problems[0]
    assert result.snapshot == before
    after = tree(loaded.home)
    assert [name for name in after if after[name] != files.get(name)] == ["lists/zz_made/checks.json"]
    assert not leftovers(loaded)
    assert what_screens(loaded) == ["Zyxel Works", "Ådal Øst", "金派科技"]
    (status,) = loaded.status()
    assert status.problems == result.problems
    publisher.answers["/zz_made/made.txt"] = made(MORE, as_of="2024-05-20")
    assert refresh(loaded, publisher).outcome == "new"
    assert loaded.status()[0].problems == ()


def test_500_and_then_success(loaded: Store, publisher: Publisher) -> None:
    new = made(MORE, as_of="2024-05-20")
    publisher.answers["/zz_made/made.txt"] = server.first_fails(server.status(500), new)
    assert refresh(loaded, publisher).outcome == "new"


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("http://127.0.0.1:9", "cannot be reached"),
        ("http://no-such-host.invalid", "cannot be reached"),
        ("ftp://example.org", "is no address of HTTP"),
        ("/nowhere/at/all", "is there"),
    ],
)
def test_a_publisher_that_is_not_there(loaded: Store, origin: str, said: str) -> None:
    (result,) = loaded.refresh("zz_made", origin=origin)
    assert result.outcome == "failed"
    assert said in result.problems[0]
    assert what_screens(loaded)


def test_tls_that_fails(loaded: Store, publisher: Publisher) -> None:
    (result,) = loaded.refresh("zz_made", origin=publisher.url.replace("http:", "https:"))
    assert result.outcome == "failed"
    assert "certificate" in result.problems[0] or "cannot be reached" in result.problems[0]


DOUBTS = {
    "half of the file": (
        made(numbered(20)), made(numbered(10)), "holds 10 records, 50% fewer than the 20 of 2024-05-06-",
    ),
    "too few": (None, made(ROWS[:1]), "holds 1 record, where a complete list has 3 to 200"),
    "last year's": (None, made(MORE, as_of="2023-05-06"), "is of 2023-05-06, and so older than 2024-05-06-"),
    "fields that are no longer filled": (
        None, made(numbered(120, city=""), as_of="2024-05-20"), "fills 'addresses' in 0.0% of its records",
    ),
}  # fmt: skip


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_doubtful_version_is_refused_kept_aside_and_can_be_accepted(
    store: Store, publisher: Publisher, doubt: str
) -> None:
    good, bad, said = DOUBTS[doubt]
    publisher.answers["/zz_made/made.txt"] = good or made()
    refresh(store, publisher)
    (before,) = store.snapshots()
    publisher.answers["/zz_made/made.txt"] = bad
    result = refresh(store, publisher)
    assert (result.outcome, result.snapshot) == ("refused", before)
    assert said in result.problems[0]
    assert store.snapshots() == store.history("zz_made") == (before,)
    (status,) = store.status()
    assert (status.refused, status.is_well) == (result.refused, False)
    assert refresh(store, publisher).refused == result.refused, "the same answer again, by a 304"
    assert result.refused
    accepted = store.accept("zz_made", result.refused)
    assert store.snapshots() == (accepted,)
    assert accepted.concerns == ()
    (status,) = store.status()
    assert (status.state, status.refused, status.problems) == ("fresh", None, ())
    assert not (store.home / "lists" / "zz_made" / ".refused").exists()
    assert refresh(store, publisher).outcome == "unchanged"


def test_the_first_version_is_looked_at_as_well(store: Store, publisher: Publisher) -> None:
    publisher.answers["/zz_made/made.txt"] = made(as_of="2023-05-06")
    result = refresh(store, publisher)
    assert (result.outcome, result.snapshot) == ("refused", None)
    assert result.problems == ("is of 2023-05-06, 392 days ago",)
    assert store.held() == ()
    assert store.status()[0].state == "missing"
    assert store.accept("zz_made", "2023") == store.snapshots()[0]


def test_a_good_version_after_a_refused_one(loaded: Store, publisher: Publisher) -> None:
    publisher.answers["/zz_made/made.txt"] = made(ROWS[:1], as_of="2024-05-19")
    assert refresh(loaded, publisher).refused
    publisher.answers["/zz_made/made.txt"] = made(MORE, as_of="2024-05-20")
    assert refresh(loaded, publisher).outcome == "new"
    assert loaded.status()[0].is_well
    assert not (loaded.home / "lists" / "zz_made" / ".refused").exists()


def test_a_loss_that_the_settings_allow(loaded: Store, publisher: Publisher) -> None:
    publisher.answers["/zz_made/made.txt"] = made(numbered(20), as_of="2024-05-07")
    refresh(loaded, publisher)
    publisher.answers["/zz_made/made.txt"] = made(numbered(10), as_of="2024-05-08")
    (loaded.home / "settings.toml").write_text(SETTINGS + "[lists.zz_made]\nmax_loss = 0.6\n", "utf-8")
    assert refresh(loaded, publisher).outcome == "new"


XML_BOMB = b"""<?xml version="1.0"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><CONSOLIDATED_LIST dateGenerated="&d;"/>"""


def zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("consolidated.xml", b"<CONSOLIDATED_LIST>" + bytes(300 << 20))
    return packed.getvalue()


@pytest.mark.parametrize("make", [lambda: XML_BOMB, zip_bomb], ids=["xml", "zip"])
def test_a_bomb_is_refused(store: Store, publisher: Publisher, make: Callable[[], bytes]) -> None:
    store.add("un_sc", [UN], accept_partial=True)
    (before,) = store.snapshots()
    publisher.answers["/un_sc/consolidated.xml"] = make()
    began = time.monotonic()
    result = refresh(store, publisher, "un_sc")
    assert (result.outcome, result.refused) == ("refused", None)
    assert time.monotonic() - began < 5
    assert store.snapshots() == (before,)
    assert not leftovers(store)


@pytest.mark.skipif(os.name == "nt", reason="needs resource limits")
@pytest.mark.parametrize("limit", [50, 1_000, 4_000])
def test_a_disk_that_is_full(loaded: Store, publisher: Publisher, modules: Path, limit: int) -> None:
    publisher.answers["/zz_made/made.txt"] = made(numbered(150), as_of="2024-05-20")
    code = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))\n"
        "(result,) = ss.Store(sys.argv[1]).refresh('zz_made', origin=sys.argv[2])\n"
        "print(result.outcome, *result.problems)\n"
    )
    done = run(python(modules, code, loaded.home, publisher.url, limit))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("failed")
    assert "the disk is full" in done.stdout
    assert not leftovers(loaded)
    assert what_screens(loaded) == ["Zyxel Works", "Ådal Øst", "金派科技"]
    assert refresh(loaded, publisher).outcome == "new"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_a_hundred_random_moments(loaded: Store, publisher: Publisher) -> None:
    versions = [made(numbered(40 + day), as_of=f"2024-05-{day:02}") for day in range(7, 29)]
    chance = random.Random(1)
    shortest, killed = 60.0, 0
    for turn in range(100):
        publisher.answers["/zz_made/made.txt"] = versions[turn * len(versions) // 100]
        child = os.fork()
        if not child:
            refresh(loaded, publisher)
            os._exit(0)
        if turn < 5:  # let some finish, to know how long one takes
            began = time.monotonic()
            os.waitpid(child, 0)
            shortest = min(shortest, time.monotonic() - began)
        else:
            time.sleep(chance.uniform(0, shortest))
            os.kill(child, signal.SIGKILL)
            killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        (snapshot,) = loaded.snapshots()
        assert len(list(loaded.entities(snapshot))) == snapshot.records
        assert loaded.verify() == ()
        if turn % 10 == 0:
            assert ss.Screener.open(loaded).screen("Name 7" if snapshot.records > 3 else "Zyxel Works").hits
    assert killed > 30
    assert refresh(loaded, publisher).outcome in ("new", "unchanged")
    assert loaded.status()[0].is_well
    assert not leftovers(loaded)


class TestWhereFrom:
    """A folder, a file, one address, a mirror, an address of the user's own."""

    def test_a_folder_with_a_folder_for_each_list(self, store: Store, tmp_path: Path) -> None:
        write_made(tmp_path / "usb" / "zz_made" / "made.txt")
        (result,) = store.refresh("zz_made", origin=tmp_path / "usb", offline=True)
        assert result.outcome == "new"
        assert store.status()[0].confirmed_on == NOON.date()

    def test_a_folder_with_the_files_whatever_their_capitals(self, store: Store, tmp_path: Path) -> None:
        write_made(tmp_path / "usb" / "MADE.TXT")
        (result,) = store.refresh("zz_made", origin=tmp_path / "usb")
        assert result.outcome == "new"

    def test_the_file_itself(self, store: Store, publisher: Publisher, tmp_path: Path) -> None:
        assert store.refresh("zz_made", origin=write_made(tmp_path / "x.txt"))[0].outcome == "new"
        publisher.answers["/some/where/list.txt"] = made(MORE, as_of="2024-05-20")
        (result,) = store.refresh("zz_made", origin=f"{publisher.url}/some/where/list.txt")
        assert result.outcome == "new"

    def test_a_mirror_and_an_address_of_its_own(self, store: Store, publisher: Publisher) -> None:
        settings = store.home / "settings.toml"
        settings.write_text(SETTINGS + f'mirror = "{publisher.url}"\n', "utf-8")
        assert store.refresh("zz_made")[0].outcome == "new"
        publisher.answers["/other"] = made(MORE, as_of="2024-05-20")
        own = f'[lists.zz_made]\nurls = {{ "made.txt" = "{publisher.url}/other" }}\n'
        settings.write_text(SETTINGS + own, "utf-8")
        assert store.refresh("zz_made")[0].outcome == "new"

    def test_offline_opens_no_socket(self, loaded: Store, publisher: Publisher) -> None:
        publisher.asked.clear()
        (result,) = loaded.refresh("zz_made", origin=publisher.url, offline=True)
        assert result.outcome == "failed"
        assert "nothing is to be fetched over the network" in result.problems[0]
        assert publisher.asked == []

    def test_offline_reads_kept_files_again_where_another_version_read_them(
        self, loaded: Store, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (before,) = loaded.snapshots()
        publisher.asked.clear()
        assert loaded.refresh("zz_made", offline=True)[0].outcome == "unchanged"
        monkeypatch.setattr("sanctionscreen.store.add.version", lambda: "99.0")
        (result,) = loaded.refresh("zz_made", offline=True)
        assert (result.outcome, result.before) == ("new", before.version)
        assert result.snapshot
        assert (result.snapshot.version, result.snapshot.reader) == (f"{before.version}-r2", "99.0")
        assert loaded.status()[0].confirmed_on == NOON.date()
        assert publisher.asked == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[download]\ntimeout = 3\n", "unknown option 'timeout'"),
        ("[downloads]\n", r"unknown option 'downloads'\. Did you mean 'download'"),
        ("download = ", "this is not TOML"),
        (
            "[download]\nattempts = 0\n",
            r"field download\.attempts: input should be greater than or equal to 1",
        ),
        ("[lists.zz_made]\nmax_age = 3\n", r"unknown option 'max_age'\. Did you mean 'max_age_days'"),
    ],
)
def test_settings_that_are_wrong(store: Store, text: str, said: str) -> None:
    (store.home / "settings.toml").write_text(text, "utf-8")
    with pytest.raises(ss.UsageError, match=said) as caught:
        store.refresh("zz_made")
    assert "settings.toml" in str(caught.value)


def test_a_form_that_does_not_exist(store: Store) -> None:
    with pytest.raises(ss.UsageError, match=r"unknown form of zz_made 'linse'\. Did you mean 'lines'"):
        store.refresh("zz_made", form="linse")


def test_ages_of_ones_own(loaded: Store) -> None:
    later = Store(loaded.home, now=lambda: NOON + timedelta(days=3))
    assert later.status()[0].state == "fresh"
    (loaded.home / "settings.toml").write_text("[lists.zz_made]\nmax_age_days = 2\n", "utf-8")
    assert later.status()[0].state == "stale"


def test_two_files_of_which_one_has_changed(store: Store, publisher: Publisher) -> None:
    """A set is whole again although the server sends one file of it only."""
    source = ROOT / "tests" / "sources" / "fixtures" / "us_ofac_sdn" / "csv_person"
    names = ("SDN.CSV", "ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV")
    for name in names:
        (file,) = (path for path in source.iterdir() if path.name.lower() == name.lower())
        publisher.answers[f"/us_ofac_sdn/{name}"] = file.read_bytes()
    (first,) = store.refresh("us_ofac_sdn", origin=publisher.url, form="csv")
    assert first.outcome == "refused", "an extract is smaller than the list"
    assert first.refused
    store.accept("us_ofac_sdn", first.refused)
    sdn = publisher.answers["/us_ofac_sdn/SDN.CSV"]
    assert isinstance(sdn, bytes)
    publisher.answers["/us_ofac_sdn/SDN.CSV"] = sdn.replace(b"DOB", b"DOB ", 1) + b"\n"
    publisher.asked.clear()
    (second,) = store.refresh("us_ofac_sdn", origin=publisher.url, form="csv")
    assert second.refused, second.problems
    assert all("If-None-Match" in headers for _, headers in publisher.asked)
    aside = store.home / "lists" / "us_ofac_sdn" / ".refused" / second.refused
    kept = json.loads((aside / "manifest.json").read_text("utf-8"))["snapshot"]["files"]
    assert len(kept) == 4
    assert all(file["url"] for file in kept)


def test_readers_see_whole_versions_while_lists_are_refreshed(
    loaded: Store, publisher: Publisher, modules: Path
) -> None:
    """A process that opens the store over and over while another refreshes it sees whole versions only."""
    code = (
        "import time\n"
        "end = time.monotonic() + 3\n"
        "seen = set()\n"
        "while time.monotonic() < end:\n"
        "    (snapshot,) = ss.Store(sys.argv[1]).snapshots()\n"
        "    entities = list(ss.Store(sys.argv[1]).entities(snapshot))\n"
        "    assert len(entities) == snapshot.records\n"
        "    seen.add(snapshot.version)\n"
        "print(len(seen))\n"
    )
    reader = subprocess.Popen(
        python(modules, code, loaded.home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    day = 7
    while reader.poll() is None:
        publisher.answers["/zz_made/made.txt"] = made(numbered(40), as_of=f"2024-05-{day:02}")
        assert refresh(loaded, publisher).outcome in ("new", "unchanged")
        day = min(day + 1, 31)
        time.sleep(0.05)
    out, err = reader.communicate()
    assert reader.returncode == 0, err
    assert int(out) > 1
