"""Is everything in place? Versions, the fence and what is optional."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck.check import versions
from a11ycheck.executors import Fenced, bubblewrap
from a11ycheck.job import Job
from a11ycheck.outcome import Text
from a11ycheck.registry import all_rules, kinds
from a11ycheck.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Health:
    """One thing that was looked at; ``well`` is false only where a check could not be trusted."""

    what: Text
    state: Text
    well: bool = True


def _same(words: str) -> Text:
    return Text(words, words)


def examine() -> Iterator[Health]:
    for name, version in versions().items():
        yield Health(_same(name), _same(version))
    yield Health(Text("kinds of document", "sorters dokument"), _same(", ".join(kinds())))
    yield Health(Text("rules", "regler"), _same(str(len(all_rules()))))
    yield _fence()
    yield _browser()
    yield _webdriver()
    yield _cluster()
    if bubblewrap():
        yield Health(_same("bubblewrap"), Text("in use", "används"))
    else:
        yield Health(
            _same("bubblewrap"),
            Text(
                "not in use; the fence is stronger with it: apt install bubblewrap",
                "används inte; skyddet blir starkare med det: apt install bubblewrap",
            ),
        )


def _browser() -> Health:
    """Start a browser, since one that is installed may still not run."""
    from importlib.util import find_spec

    what = Text("browser", "webbläsare")
    if find_spec("playwright") is None:
        how = 'pip install "a11ycheck[web]"'
        return Health(what, Text(f"for web pages: {how}", f"för webbsidor: {how}"))
    from a11ycheck.documents.page.browser import HOW_TO_GET_ONE, ON_DEBIAN, try_out

    name, sandboxed = try_out()
    if not name:
        return Health(
            what,
            Text(
                f"none could be started; web pages need one: {HOW_TO_GET_ONE} (on Debian: {ON_DEBIAN})",
                f"ingen gick att starta; webbsidor kräver en: {HOW_TO_GET_ONE} (i Debian: {ON_DEBIAN})",
            ),
        )
    if sandboxed:
        return Health(what, _same(name))
    return Health(
        what,
        Text(
            f"{name}, without its sandbox; check pages of strangers as another user than root",
            f"{name}, utan sin sandlåda; kontrollera främmande sidor som en annan användare än root",
        ),
    )


def _webdriver() -> Health:
    from importlib.util import find_spec

    from a11ycheck.documents.page.lane import HOW_TO_GET_WEBDRIVER, NEEDED_FOR_WEBDRIVER

    what = _same("WebDriver")
    if all(find_spec(name) for name in NEEDED_FOR_WEBDRIVER):
        return Health(what, Text("can be used", "går att använda"))
    how = HOW_TO_GET_WEBDRIVER
    return Health(
        what, Text(f"for browsers on a Selenium Grid: {how}", f"för webbläsare i en Selenium Grid: {how}")
    )


def _cluster() -> Health:
    from importlib.util import find_spec

    from a11ycheck.cluster import HOW_TO_GET_DASK, NEEDED

    what = _same("Dask")
    if all(find_spec(name) for name in NEEDED):
        return Health(what, Text("can be used", "går att använda"))
    how = HOW_TO_GET_DASK
    return Health(what, Text(f"for work on many machines: {how}", f"för arbete på många maskiner: {how}"))


def _fence() -> Health:
    """Send a file that is no PDF through the fence: the right answer shows that worker and limits work."""
    executor = Fenced(workers=1)
    try:
        (result,) = executor.run([Job("doctor", "pdf", Ruleset("", _same("")), data=b"no document")])
    finally:
        executor.close()
    what = Text("fence", "skydd")
    if result.trouble is not None and result.trouble.reason == "not-what-it-says":
        return Health(what, Text("works", "fungerar"))
    detail = result.trouble.detail if result.trouble else ""
    return Health(what, Text(f"does not work: {detail}", f"fungerar inte: {detail}"), well=False)
