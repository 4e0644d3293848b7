"""A mail's text is in a form that every mail program reads.

No clause names formats; so this rule meets none. What could not be read leaves the verdict open by itself.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail


@rule(
    document=Mail,
    each=Mail.itself,
    title=Text("Every mail program can read the mail", "Alla e-postprogram kan läsa mejlet"),
    why=Text(
        "Others than Outlook show such a mail as empty, with a file called winmail.dat.",
        "Andra program än Outlook visar ett sådant mejl som tomt, med en fil som heter winmail.dat.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text("Send the mail as HTML or as plain text.", "Skicka mejlet som html eller som ren text."),
        outlook=Text(
            "Choose HTML on the Format Text tab, and send the mail again.",
            "Välj HTML på fliken Formatera text och skicka mejlet på nytt.",
        ),
    ),
    messages={
        "one-program": Text(
            "The text of the mail is in {form}, which only Outlook reads.",
            "Mejlets text finns i {form}, som bara Outlook läser.",
        ),
    },
)
def readable_by_all(mail: Mail) -> Outcome:
    """It is HTML or plain text."""
    return failed("one-program", form=mail.only_formatted) if mail.only_formatted else passed()


def examples() -> dict[str, Mail]:
    return {
        "failed one-program": Mail("Årsmöte", only_formatted="winmail.dat"),
        "passed": Mail("Årsmöte", plain="Hej!"),
    }
