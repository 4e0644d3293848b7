"""What pages lead to: which links become documents of the run, and how they are fetched."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11ycheck.documents.facts import Beside, Found
from a11ycheck.documents.page.hosts import Resolver, is_private
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.fetching import MOST_IN_SITEMAP
from a11ycheck.following import MATERIALS, MOST_FOLLOWED, NONE, SITE, Follow, Following
from a11ycheck.sources import Source, expand, with_side_cars
from a11ycheck.trouble import CouldNotCheck
from web import Handler, Server, page, server

HERE = "https://example.org/motet/"


def lead(address: str, media_type: str = "") -> Found:
    return Found(address, address=address, media_type=media_type)


def followed(mode: str, *found: Found, hosts: tuple[str, ...] = (), page: str = HERE) -> list[str]:
    named = expand([page])
    following = Following(Follow(mode, hosts), Visiting(), named)
    return [source.name for source in following.leads(named[0], found) if source.trouble is None]


PDF, TYPED = lead("https://example.org/a.pdf"), lead("https://example.org/get?id=1", "application/pdf")
SUBPAGE, ELSEWHERE = lead("https://example.org/program"), lead("https://other.example/b.pdf")


def test_materials_are_known_by_suffix_or_media_type() -> None:
    assert followed(MATERIALS, PDF, TYPED, SUBPAGE) == [PDF.address, TYPED.address]


def test_a_site_is_its_pages_too_and_nothing_of_others() -> None:
    found = (PDF, SUBPAGE, lead("https://other.example/"), lead("https://example.org/logo.png"))
    assert followed(SITE, *found) == [PDF.address, SUBPAGE.address]


def test_nothing_is_followed_when_that_is_what_was_asked_for() -> None:
    assert followed(NONE, PDF, SUBPAGE) == []


def test_other_hosts_are_followed_when_they_are_named_and_noted_when_not() -> None:
    assert followed(MATERIALS, ELSEWHERE, hosts=("other.example",)) == [ELSEWHERE.address]
    following = Following(Follow(), Visiting(), expand([HERE]))
    assert list(following.leads(expand([HERE])[0], [ELSEWHERE])) == []
    (note,) = following.notes()
    assert ELSEWHERE.address in note.en
    assert "--follow-host other.example" in note.sv


@pytest.mark.parametrize("host", ["evilexample.org", "example.org.evil.example", "sub.example.org"])
def test_a_host_that_only_looks_alike_is_another(host: str) -> None:
    assert followed(MATERIALS, lead(f"https://{host}/a.pdf")) == []


def test_an_address_is_followed_once_in_a_run() -> None:
    named = expand([HERE, PDF.address])
    following = Following(Follow(), Visiting(), named)
    assert list(following.leads(named[0], [PDF, TYPED, TYPED])) == [
        Source(TYPED.address, "page", path=TYPED.address, found_in=HERE, depth=1)
    ]


def test_what_is_too_much_is_said_and_left() -> None:
    named = expand([HERE])
    many = [lead(f"https://example.org/{number}.pdf") for number in range(MOST_FOLLOWED + 5)]
    sources = list(Following(Follow(), Visiting(), named).leads(named[0], many))
    assert [source.trouble.reason for source in sources if source.trouble] == ["left-out"]
    assert len(sources) == MOST_FOLLOWED + 1


def test_a_page_that_is_a_file_leads_to_files_in_its_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "sida"
    folder.mkdir()
    for file in (folder / "a.pdf", tmp_path / "b.pdf"):
        file.write_bytes(b"%PDF-1.7")
    (folder / "index.html").write_text(page("<p>Hej</p>"), "utf-8")
    named = expand([str(folder / "index.html")])
    following = Following(Follow(), Visiting(), named)
    found = [lead(path.as_uri()) for path in (folder / "a.pdf", tmp_path / "b.pdf", folder / "none.pdf")]
    assert [Path(source.path) for source in following.leads(named[0], found)] == [folder / "a.pdf"]
    (note,) = following.notes()
    assert "b.pdf" in note.en


# Fetching


def sitemap(addresses: list[str]) -> str:
    return "<urlset>" + "".join(f"<url><loc>{address}</loc></url>" for address in addresses) + "</urlset>"


def pdf(handler: Handler) -> None:
    handler.say(200, b"%PDF-1.7\n", "application/pdf")


def listed(handler: Handler) -> None:
    handler.say(200, sitemap([handler.server.at("/ett"), handler.server.at("/tva.pdf")]), "text/xml")


def says_who_asks(handler: Handler) -> None:
    handler.say(200, b"%PDF-1.7\n" + str(handler.headers.get("X-Key")).encode(), "application/pdf")


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    pytest.importorskip("httpx", reason='httpx is not installed: pip install "a11ycheck[web]"')
    answers = {
        "/tva.pdf": pdf,
        "/who.pdf": says_who_asks,
        "/sitemap.xml": listed,
        "/many.xml": lambda handler: handler.say(
            200, sitemap([f"http://example.org/{number}" for number in range(MOST_IN_SITEMAP + 1)])
        ),
        "/round.pdf": lambda handler: handler.say(302, Location="/round.pdf"),
        "/away.pdf": lambda handler: handler.say(302, Location=handler.server.at("/tva.pdf")),
        "/page.pdf": lambda handler: handler.say(200, page("<p>Logga in</p>")),
        "/large.bin": lambda handler: handler.say(200, b"0" * 5_000),
    }
    with server(answers) as running:
        yield running


def fetched(*inputs: str, visiting: Visiting | None = None) -> list[Source]:
    named = expand(inputs)
    following = Following(Follow(), visiting or Visiting(), named)
    try:
        sources = following.fetching.fetched(named)
        # What was fetched goes with the run, so what is looked at is looked at here.
        return [
            Source(source.name, source.kind, data=Path(source.path).read_bytes(), trouble=source.trouble)
            if source.kind == "pdf"
            else source
            for source in sources
        ]
    finally:
        following.close()


def test_a_document_is_fetched_and_goes_to_its_kind(site: Server) -> None:
    (source,) = fetched(site.at("/tva.pdf"))
    assert (source.kind, source.data, source.trouble) == ("pdf", b"%PDF-1.7\n", None)


def test_a_page_behind_a_documents_address_is_visited(site: Server) -> None:
    (source,) = fetched(site.at("/page.pdf"))
    assert (source.kind, source.path) == ("page", site.at("/page.pdf"))


def test_redirects_without_end_are_given_up(site: Server) -> None:
    (source,) = fetched(site.at("/round.pdf"))
    assert source.trouble is not None
    assert source.trouble.reason == "redirects"


def test_a_sitemap_becomes_what_it_lists(site: Server) -> None:
    page_of, document = fetched(site.at("/sitemap.xml"))
    assert (page_of.name, page_of.kind) == (site.at("/ett"), "page")
    assert (document.name, document.kind) == (site.at("/tva.pdf"), "pdf")


def test_a_long_sitemap_says_what_it_leaves_out(site: Server) -> None:
    sources = fetched(site.at("/many.xml"))
    assert len(sources) == MOST_IN_SITEMAP + 1
    assert [source.trouble.reason for source in sources if source.trouble] == ["left-out"]


def test_headers_go_to_hosts_that_were_named(site: Server) -> None:
    (source,) = fetched(site.at("/who.pdf"), visiting=Visiting(headers={"X-Key": "hemlig"}))
    assert source.data == b"%PDF-1.7\nhemlig"


class OnTheNet(Resolver):
    """Finds what is called “example” out on the net, though it answers from this machine."""

    async def numbers(self, host: str) -> tuple[str, ...]:
        return ("93.184.215.14",) if host == "example.org" else await super().numbers(host)


def fetch(address: str, to: Path, *, from_public: bool, largest: int = 1_000_000) -> None:
    from a11ycheck.documents.page.fetch import Fetcher

    async def run() -> None:
        fetcher = Fetcher(OnTheNet())
        try:
            await fetcher.document(address, to, largest, from_public=from_public)
        finally:
            await fetcher.close()

    asyncio.run(run())


def test_nothing_private_is_fetched_for_a_page_from_the_net(site: Server, tmp_path: Path) -> None:
    with pytest.raises(CouldNotCheck) as refused:
        fetch(site.at("/tva.pdf"), tmp_path / "file", from_public=True)
    assert refused.value.trouble.reason == "private-address"
    fetch(site.at("/tva.pdf"), tmp_path / "file", from_public=False)
    assert (tmp_path / "file").read_bytes() == b"%PDF-1.7\n"


def test_a_document_that_is_too_large_is_given_up(site: Server, tmp_path: Path) -> None:
    with pytest.raises(CouldNotCheck) as refused:
        fetch(site.at("/large.bin"), tmp_path / "file", from_public=False, largest=1_000)
    assert refused.value.trouble.reason == "too-big"


def test_what_a_link_leads_to_is_asked_once(site: Server) -> None:
    from a11ycheck.documents.page.fetch import Fetcher

    async def ask(address: str) -> tuple[int, int, str]:
        fetcher = Fetcher(Resolver())
        try:
            first = await fetcher.ask(address, read=False, from_public=False)
            assert first == await fetcher.ask(address, read=False, from_public=False)
            return first.status, first.size, first.media_type
        finally:
            await fetcher.close()

    before = len(site.asked)
    assert asyncio.run(ask(site.at("/tva.pdf"))) == (200, 9, "application/pdf")
    assert len(site.asked) == before + 1
    assert asyncio.run(ask(site.at("/none.pdf")))[0] == 404


@pytest.mark.parametrize(
    "number",
    "127.0.0.1 10.1.2.3 192.168.1.1 172.20.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1 fd00::1 "
    "::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split(),
)
def test_private_addresses_are_known_in_all_their_spellings(number: str) -> None:
    assert is_private(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "8.8.8.8"])
def test_addresses_on_the_net_are_not_private(number: str) -> None:
    assert not is_private(number)


def test_captions_that_a_page_names_belong_to_the_recording(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    for name in ("index.html", "film.mp4", "text.vtt"):
        (folder / name).write_text("x", "utf-8")
    named = expand([str(folder / "index.html")])
    track = Beside((folder / "text.vtt").as_uri(), language="sv")
    found = [
        Found(address, address=address, beside=beside)
        for address, beside in (
            ((folder / "film.mp4").as_uri(), (track,)),
            ((folder / "text.vtt").as_uri(), ()),
        )
    ]
    film, text = with_side_cars(Following(Follow(), Visiting(), named).leads(named[0], found))
    assert film.beside == (Beside("text.vtt", str(folder / "text.vtt"), language="sv"),)
    assert Path(text.path).name == "text.vtt"
