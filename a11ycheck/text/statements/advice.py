"""Advice to those who hold meetings, which states nothing about the meeting at hand."""

from __future__ import annotations

from a11ycheck.text.statements.phrases import Cues, Lexicon

__all__ = ["advises", "gives_advice"]

ADVICE = Cues(
    sv="""
        bör; borde; det är (bra|viktigt|lämpligt|klokt|en fördel) (om|att); är det (bra|viktigt) (om|att)
        bra om ni; se till att; tänk på; kom ihåg; ska ni; ni (ska|bör); ni som (planerar|ordnar|arrangerar)
        rekommender*; rekommendation*; (inspelningar|möten|filmer|inbjudningar|deltagare på distans) ska
        (ange|skriv|fråga|ge|skicka) alltid; när ni (planerar|ordnar|håller|arbetar|arrangerar)
        låt (deltagarna|alla); be deltagarna; meddela deltagarna; fråga (om deltagarna|deltagarna|alltid)
    """,
    en="""
        should; ought to; make sure; it is (good|best|important|a good idea|good practice|helpful)
        we recommend; recommended that; remember to; it is good practice; best practice; a good idea to
        (ask|tell|let|give|encourage) (participants|attendees|people|everybody)
    """,
    de="sollten; sollte; achten sie darauf; es ist wichtig; empfehlen; stellen sie sicher",
    fr="devriez; veillez à; il est important; nous recommandons; assurez vous; pensez à",
    fi="kannattaa; muista; varmista että; pitäisi; suosittelemme; on hyvä",
    nb="bør; husk å; sørg for; det er viktig; anbefaler",
    da="bør; husk at; sørg for; det er vigtigt; anbefaler",
    es="deberían; debería; asegúrese; es importante; recomendamos; recuerde",
)
NO_ADVICE = Cues(
    en="""
        should you; should anyone; should there; should anything; should feel; should be able to
        should (finish|end|be over|have received); remember to (register|bring|book)
    """,
    sv="""
        om du bör; tänk på att (mötet|vi|länken|lokalen|träffen|anmäl*|tiden); kom ihåg att anmäla
        kom ihåg att ta med
    """,
)
ORDERS = Cues(
    sv="""
        erbjud; ange; avsätt; skapa (ett|en|säkra|trygga); motverka; undvik; planera; säkerställ; utse
        kontrollera att; förklara; publicera; informera; anpassa; lägg in; välj (en|ett|rätt)
        ha (en|någon|två|tydliga|alltid); skriv (alltid|vem|ut); ge alltid
        skicka (länken|material|materialet|alltid|ut|inbjudan); berätta om mötet; öppna (mötesrummet|rummet)
        presentera; dela upp; beskriv; tillhandahåll; boka alltid; se över; använd (tydlig|ett|klar*)
    """,
    en="""
        offer; plan; avoid; choose a; provide; explain; create; counter; publish; leave time; check that
        schedule; have (a|somebody|someone|two|clear); give (two|always); state (which|whether|the)
        say (whether|who|what); always; send (the link well|materials|out|slides|an); open the room; print
        use (plain|captions|clear); describe; speak; design; ensure; appoint; limit; keep (meetings|slides)
        consider
    """,
)
"""Orders that a sentence begins with."""


_FIRST_WORDS = frozenset(
    phrase.literals[0].split()[0] for language in ORDERS.written for phrase in ORDERS.phrases(language)
)


def gives_advice(lexicon: Lexicon, words: str) -> bool:
    """Words such as “det är bra om ni”, also where a list goes on with it."""
    return lexicon.has(ADVICE, words) and not lexicon.has(NO_ADVICE, words)


def advises(lexicon: Lexicon, words: str) -> bool:
    """A sentence that gives advice, or begins with an order such as “Erbjud” or “Provide”."""
    if gives_advice(lexicon, words):
        return True
    first = words[:40].split(None, 1)[:1]
    if not first or first[0] not in _FIRST_WORDS:
        return False
    return any(
        words.startswith(phrase.literals[0])
        for language in ORDERS.written
        for phrase in ORDERS.phrases(language)
    )
