"""Why a document could not be checked: the reasons, in words that say what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from a11ycheck.outcome import Text


@dataclass(frozen=True, slots=True)
class Trouble:
    """A document that could not be checked: ``reason`` is a key of ``REASONS``, ``detail`` the technical part."""

    reason: str
    detail: str = ""

    def say(self, language: str) -> str:
        return REASONS[self.reason].say(language)


class CouldNotCheck(Exception):
    """Raised by openers, and by models read later, when a document cannot be judged any further."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.trouble = Trouble(reason, detail)


REASONS: Mapping[str, Text] = MappingProxyType(
    {
        "not-found": Text(
            "The file is not there. Check the name and the folder.",
            "Filen finns inte. Kontrollera namnet och mappen.",
        ),
        "empty": Text(
            "The file is empty. Save or download it again.",
            "Filen är tom. Spara eller ladda ner den på nytt.",
        ),
        "empty-folder": Text(
            "The folder has no file that can be checked.",
            "Mappen innehåller ingen fil som går att kontrollera.",
        ),
        "not-readable": Text(
            "The file may not be read. Change its permissions or copy it to a folder of your own.",
            "Filen får inte läsas. Ändra behörigheten eller kopiera den till en egen mapp.",
        ),
        "no-kind": Text(
            "This kind of file cannot be checked yet. Save it in a format that can, for example PDF.",
            "Den här sortens fil kan inte kontrolleras än. Spara den i ett format som går, till exempel pdf.",
        ),
        "old-format": Text(
            "Files in an older format, such as .doc, .ppt or .rtf, cannot be checked. Open the file in Word, "
            "PowerPoint or LibreOffice, save it as .docx, .pptx, .odt or .odp, and check that.",
            "Filer i äldre format, som doc, ppt eller rtf, kan inte kontrolleras. Öppna filen i Word, PowerPoint eller "
            "LibreOffice, spara den som docx, pptx, odt eller odp och kontrollera den.",
        ),
        "other-recording": Text(
            "Recordings in this format cannot be checked. Convert it to MP4, for example in HandBrake (choose the "
            "file, then Start Encode), and check that.",
            "Inspelningar i det här formatet kan inte kontrolleras. Gör om den till MP4, till exempel i HandBrake "
            "(välj filen, sedan Start Encode), och kontrollera den.",
        ),
        "other-captions": Text(
            "Captions in this format say too little about themselves to be checked. Save them as WebVTT or SRT, for "
            "example in Subtitle Edit (File, Save as), and check that.",
            "Undertexter i det här formatet säger för lite om sig själva för att kunna kontrolleras. Spara dem som "
            "WebVTT eller SRT, till exempel i Subtitle Edit (File, Save as), och kontrollera den filen.",
        ),
        "not-what-it-says": Text(
            "The file's content is of another kind than its name says. Save it again from the program it was made in.",
            "Filens innehåll är av en annan sort än namnet säger. Spara om den från programmet där den gjordes.",
        ),
        "broken": Text(
            "The file is broken and cannot be opened. Save it again from the program it was made in.",
            "Filen är trasig och kan inte öppnas. Spara om den från programmet där den gjordes.",
        ),
        "no-pages": Text(
            "The document has no pages. Save it again from the program it was made in.",
            "Dokumentet har inga sidor. Spara om det från programmet där det gjordes.",
        ),
        "no-event": Text(
            "The calendar file has no event, such as a meeting, so there is nothing to check.",
            "Kalenderfilen har ingen händelse, till exempel ett möte, så det finns inget att kontrollera.",
        ),
        "password": Text(
            "The document needs a password to be opened. Save a copy without a password and check that.",
            "Dokumentet kräver lösenord för att öppnas. Spara en kopia utan lösenord och kontrollera den.",
        ),
        "encryption": Text(
            "The document is locked in a way that cannot be opened here. Save a copy without protection and check it.",
            "Dokumentet är låst på ett sätt som inte går att öppna här. Spara en kopia utan skydd och kontrollera den.",
        ),
        "too-big": Text(
            "The document is larger than what is checked. Split it, or save it with smaller pictures.",
            "Dokumentet är större än vad som kontrolleras. Dela upp det eller spara det med mindre bilder.",
        ),
        "not-read-whole": Text(
            "A part of the document is too large or too odd to be read; the rest was checked. Save it again from the "
            "program it was made in, or split it.",
            "En del av dokumentet är för stor eller för märklig för att läsas; resten är kontrollerat. Spara om det "
            "från programmet där det gjordes eller dela upp det.",
        ),
        "too-deep": Text(
            "The document is nested too deeply to be read. Save it again from the program it was made in.",
            "Dokumentet är för djupt inkapslat för att läsas. Spara om det från programmet där det gjordes.",
        ),
        "timed-out": Text(
            "The check took too long and was stopped. Split the document, or save it again and try once more.",
            "Kontrollen tog för lång tid och avbröts. Dela upp dokumentet eller spara om det och försök igen.",
        ),
        "out-of-memory": Text(
            "The document needed more memory than is allowed. Split it, or save it with smaller pictures.",
            "Dokumentet krävde mer minne än vad som är tillåtet. Dela upp det eller spara det med mindre bilder.",
        ),
        "crashed": Text(
            "The check of this document stopped unexpectedly. The other documents were checked.",
            "Kontrollen av det här dokumentet avbröts oväntat. De andra dokumenten är kontrollerade.",
        ),
        "missing-part": Text(
            "A part of a11ycheck that this kind of document needs is not installed.",
            "En del av a11ycheck som den här sortens dokument behöver är inte installerad.",
        ),
        "no-browser": Text(
            "Web pages need a browser, and none could be started. Get one: a11ycheck browser install. On Debian and "
            "Ubuntu: sudo apt install chromium",
            "Webbsidor kräver en webbläsare, och ingen gick att starta. Skaffa en: a11ycheck browser install. I Debian "
            "och Ubuntu: sudo apt install chromium",
        ),
        "no-webdriver": Text(
            "The WebDriver server that --browser names gave no browser. See that it runs, that the address is right, "
            "and that it has the browser that is asked for.",
            "Webdriver-servern som --browser anger gav ingen webbläsare. Se till att den är i gång, att adressen "
            "stämmer och att den har webbläsaren som begärs.",
        ),
        "webdriver-file": Text(
            "A browser that is worked by WebDriver sees no files on this computer. Give the page’s web address, or "
            "check the file without --browser webdriver:…",
            "En webbläsare som styrs med webdriver ser inga filer på den här datorn. Ange sidans webbadress eller "
            "kontrollera filen utan --browser webdriver:…",
        ),
        "webdriver-login": Text(
            "A browser that is worked by WebDriver cannot be given a login or headers. Check the page without "
            "--browser webdriver:…",
            "En webbläsare som styrs med webdriver kan inte få med sig en inloggning eller rubrikfält. Kontrollera "
            "sidan utan --browser webdriver:…",
        ),
        "webdriver-rules": Text(
            "Through WebDriver a page is looked at, but not tried out: it was not walked through by keyboard, "
            "enlarged, pointed at or played, so the rules on that are left. Check the page without --browser "
            "webdriver:… too.",
            "Med webdriver går det att se på en sida men inte att pröva den: ingen gick igenom den med tangentbord, "
            "förstorade, pekade eller spelade upp, så reglerna om det återstår. Kontrollera sidan även utan --browser "
            "webdriver:…",
        ),
        "no-such-host": Text(
            "There is no such web address. Check how it is spelt, and that the network is there.",
            "Det finns ingen sådan webbadress. Kontrollera stavningen och att nätet finns.",
        ),
        "no-answer": Text(
            "The web server did not answer as it should. Try again later, or open the address in a browser.",
            "Webbservern svarade inte som den ska. Försök igen senare eller öppna adressen i en webbläsare.",
        ),
        "http-error": Text(
            "The web server answered with an error. Open the address in a browser and see that the page is there.",
            "Webbservern svarade med ett fel. Öppna adressen i en webbläsare och se att sidan finns.",
        ),
        "tls": Text(
            "The connection to the page cannot be made safe, so browsers warn against it; often its certificate has "
            "run out. Whoever runs the site must mend it.",
            "Anslutningen till sidan går inte att göra säker, så webbläsare varnar för den; ofta har certifikatet gått "
            "ut. Den som sköter webbplatsen måste rätta det.",
        ),
        "redirects": Text(
            "The address leads on and on without end. Use the address that a browser shows when the page is open.",
            "Adressen leder vidare utan slut. Använd adressen som webbläsaren visar när sidan är öppen.",
        ),
        "never-settles": Text(
            "The page was never done loading. Open it in a browser and see what it waits for.",
            "Sidan blev aldrig färdig. Öppna den i en webbläsare och se vad den väntar på.",
        ),
        "not-a-page": Text(
            "The address gives a file to download, not a web page. Download it and check the file.",
            "Adressen ger en fil att ladda ner, inte en webbsida. Ladda ner den och kontrollera filen.",
        ),
        "private-address": Text(
            "The address leads from the net to a private network, so it was not opened. Check that page by itself.",
            "Adressen leder från nätet till ett privat nät, så den öppnades inte. Kontrollera sidan där för sig.",
        ),
        "engine-silent": Text(
            "A part of the check found nothing on a page with known faults, so its silence says nothing. Run a11ycheck "
            "doctor, or try another browser.",
            "En del av kontrollen hittade inget på en sida med kända fel, så dess tystnad säger inget. Kör a11ycheck "
            "doctor eller prova en annan webbläsare.",
        ),
        "stopped": Text(
            "The run was stopped before this was checked. Run the same command again, with --resume to go on from "
            "where it stopped.",
            "Körningen avbröts innan det här hann kontrolleras. Kör samma kommando igen, med --resume för att "
            "fortsätta där den slutade.",
        ),
        "no-cluster": Text(
            "The cluster that --executor names was lost before this document was checked. See that its scheduler and "
            "workers run, and run the same command again: what was checked is remembered.",
            "Klustret som --executor anger försvann innan dokumentet var kontrollerat. Se till att dess schemaläggare "
            "och arbetare är i gång och kör samma kommando igen: det som är kontrollerat är sparat.",
        ),
        "left-out": Text(
            "There were more documents inside this one than are checked in one run. Check them separately.",
            "Det fanns fler dokument i det här än vad som kontrolleras i en körning. Kontrollera dem för sig.",
        ),
    }
)
"""Every reason, with what is wrong and what to do about it."""
