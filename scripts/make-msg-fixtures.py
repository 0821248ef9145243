"""Makes the Outlook messages of app/intake/fixtures: python3 scripts/make-msg-fixtures.py

Two programs write them, with `pip install msgforge==1.0.0 aspose-email-foss==26.3`: one a page, which it keeps as it is and as the RTF
that Outlook makes of it, the other plain text. Of the second page only the RTF is left.
"""
from datetime import datetime, timezone
from pathlib import Path

from aspose.email_foss import msg as other
from msgforge import Message

root = Path(__file__).parent.parent
fixtures = root / "app/intake/fixtures"
plain = (root / "samples/releases/harbour-shore-power.txt").read_text(encoding="utf-8")
page = (fixtures / "rich-release.html").read_text(encoding="utf-8")

letter = Message(
    subject="Port of Example Haven – shore power",
    html_body=page,
    sender=("press@example.org", "Préss office"),
    to=[("news@example.org", "News")],
    sent=datetime(2024, 3, 12, 9, 30),
)
attached = fixtures / "Häfen.txt"
attached.write_text(plain, encoding="utf-8")
letter.attach(str(attached))
letter.save(str(fixtures / "rich-release.msg"))
attached.unlink()

whole = (fixtures / "rich-release.msg").read_bytes()
name = "__substg1.0_10130102".encode("utf-16-le")
renamed = whole.replace(name, "__substg1.0_66660102".encode("utf-16-le"))
assert renamed != whole
(fixtures / "rich-rtf.msg").write_bytes(renamed)

note = other.MapiMessage.create("Salmon", plain)
note.set_property(other.PropertyId.SENDER_NAME, "Préss office")
note.set_property(other.PropertyId.MESSAGE_DELIVERY_TIME, datetime(2024, 3, 12, 8, 30, tzinfo=timezone.utc))
note.save(str(fixtures / "harbour-plain.msg"))
