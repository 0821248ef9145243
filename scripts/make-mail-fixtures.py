"""Makes the messages of app/intake/fixtures with Python's email package: python3 scripts/make-mail-fixtures.py"""
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

root = Path(__file__).parent.parent
fixtures = root / "app/intake/fixtures"
plain = (root / "samples/releases/harbour-shore-power.txt").read_text(encoding="utf-8")
rich = (fixtures / "rich-release.expected.txt").read_text(encoding="utf-8")


def message(subject: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"] = '"Préss office" <press@example.org>'
    made["To"] = "news@example.org"
    made["Date"] = "Tue, 12 Mar 2024 09:30:00 +0100"
    made["Subject"] = subject
    made["MIME-Version"] = "1.0"
    return made


letter = message("Port of Example Haven – shore power")
letter.set_content(plain, charset="windows-1252", cte="quoted-printable")
letter.add_alternative((fixtures / "harbour-shore-power.html").read_text(encoding="utf-8"), subtype="html", cte="base64")
letter.make_mixed("fixture-outer")
letter.add_attachment(b"bytes", maintype="image", subtype="png", filename="Häfen.png")
for part, boundary in ((letter, "fixture-outer"), (letter.get_payload(0), "fixture-inner")):
    part.set_boundary(boundary)
(fixtures / "harbour-shore-power.eml").write_bytes(letter.as_bytes())

note = message("Salmon")
note.set_content(plain, charset="windows-1252", cte="quoted-printable")
(fixtures / "harbour-plain.eml").write_bytes(note.as_bytes())

note = message("Salmon")
note.set_content(rich, charset="utf-8", cte="base64")
(fixtures / "rich-release.eml").write_bytes(note.as_bytes())
