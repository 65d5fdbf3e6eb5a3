"""What is done to get there, and what was changed on the way."""

from okrengine.schema import words
from okrengine.schema.words import Schema, told


def initiative() -> Schema:
    """A piece of work."""
    properties = {
        "id": words.identifier(told("Its name in check-ins; unique in the objective.", "id: chatbot")),
        "title": words.text(told("What is done.", "title: A chatbot after hours")),
        "owner": words.text(told("Who does it.", "owner: arm")),
        "due": words.day(told("The day by which it is to be done.", "due: 2026-11-30")),
        "progress": words.share(told("How far it is; a check-in can say it, too.", "progress: 30%")),
    }
    help_ = "A piece of work towards the objective. It is shown and never scored."
    return words.record("initiative", properties, ("id", "title"), help_)


def amendment() -> Schema:
    """A promise that was changed while it ran."""
    as_written = {"type": ["number", "string", "object", "array", "null"], "errorMessage": "write it as it stood there"}
    properties = {
        "on": words.day(told("The day of the change.", "on: 2026-11-02")),
        "key_result": words.identifier(told("The key result whose promise was changed.", "key_result: csat")),
        "field": words.text(
            told("The key that was changed; `dropped` where the key result was given up.", "field: target"),
            longest=words.LONGEST_NAME,
        ),
        "from": {
            **as_written,
            "markdownDescription": told("What was promised before, as it was written.", "from: 95%"),
        },
        "to": {
            **as_written,
            "markdownDescription": told(
                "What is promised now, as it stands in the key result.", "to: 90%", "It must be what stands there."
            ),
        },
        "reason": words.note(told("Why, for those who read it later.", "reason: The survey changed")),
        "by": words.text(told("Who decided it.", "by: nok")),
    }
    return words.record(
        "amendment",
        properties,
        ("on", "key_result", "field", "reason", "by"),
        "A promise that was changed while it ran: what, why and by whom.",
    )
