// What is printed below the options of each command.

export const program = `
Every command has --json: one JSON value on stdout, messages on stderr.
Exit status: 0 done; 1 done in part or a check failed; 2 asked for wrongly; 3 the workspace is locked, newer or damaged.

Examples:
  pressmark init study
  pressmark import study releases/
  pressmark documents study
  pressmark export study --format csv --out excerpts.csv
  pressmark verify excerpts.csv --workspace study`

export const init = `
Example:
  pressmark init study --name "Spring study"`

export const importFiles = `
A text that is in the workspace already is skipped; one that is nearly the same comes in, and says as which. A path that
goes on behind an archive or a message names a file inside of it. Where a window has the workspace, it does the import.
With --revision-of the file is a new text of a document that is here. Your annotations are carried into it: what has other
words there waits for you in the window, and the text before stays.

Examples:
  pressmark import study release.txt
  pressmark import study releases/ --json
  pressmark import study old.txt --encoding windows-1250
  pressmark import study corrected.txt --revision-of 01890a5d-ac96-774b-bcce-b302099a8057
  pressmark import study news.eml/release.docx`

export const documents = `
Removed documents are left out.

Example:
  pressmark documents study --json`

export const show = `
Offsets count UTF-16 code units of the canonical text. --text prints that text and nothing else: no line end is added,
so that its SHA-256 is the revision's hash.

Examples:
  pressmark show study 01890a5d-ac96-774b-bcce-b302099a8057
  pressmark show study 01890a5d-ac96-774b-bcce-b302099a8057 --text | sha256sum`

export const annotations = `
In the order of the text, document by document. A name that fits two annotators is refused.

Examples:
  pressmark annotations study
  pressmark annotations study 01890a5d-ac96-774b-bcce-b302099a8057 --annotator "Ada Marsh" --json`

export const annotate = `
Needed of an entry are kind, and target with start and end; exact is checked where it is given. All entries are read
in or none. The same file again changes nothing. Tags and speakers that are not there are made, and named. FILE is a
plain file, or - for the standard input; at most 16 MB.

--annotator finds one that the profile may act as, or a set read in before; a new name makes a new set. Without it
the entries are by PRESSMARK_ANNOTATOR, else by whoever has a name in the app.

Examples:
  pressmark annotate study 01890a5d-ac96-774b-bcce-b302099a8057 --from found.json --annotator "Quote finder"
  PRESSMARK_ANNOTATOR="Ada Marsh" pressmark annotate study 01890a5d-ac96-774b-bcce-b302099a8057 --from mine.json

brat's standoff format: spans, also in pieces; relations and events join sources and cues with their annotations. A map:
  {"types": {"Quotation": {"kind": "quote", "quoteType": "direct", "tags": ["Speech"]},
             "Figure": {"kind": "claim", "claimType": "quantity"},
             "Speaker": {"part": "source", "speaker": "as-written"}, "Verb": {"part": "cue"}, "Comment": null},
   "attributes": {"Tone": {"Harsh": {"tags": ["Tone/Harsh"]}}, "Indirect": {"": {"quoteType": "indirect"}}}}
  pressmark annotate study 01890a5d-ac96-774b-bcce-b302099a8057 --from r.ann --format brat --map map.json --annotator Set`

export const bundle = `
Their annotations, reviews, and statements about tags, speakers and claims; texts only with --texts. The hashes in it
show damage, not forgery.

Example:
  pressmark bundle study --annotator "Ada Marsh" --out ada.pressmark`

export const receive = `
What a bundle brings stands in its annotator's own files. They are a guest: what they state of tags, speakers and
documents of others changes nothing here. The same bundle again, or an older one, changes nothing. Documents are found
by id, else by their text. You act as PRESSMARK_ANNOTATOR, else as whoever has a name in the app.

Examples:
  pressmark receive study ada.pressmark
  pressmark receive study ada.pressmark --json`

export const agreement = `
How far annotators mark and label the same: F1, kappa and alpha of places, labels and speakers, for each layer (all
annotations, kinds, tags, quote sources and cues), with 95 % intervals over documents. docs/agreement.md defines each
figure. --before compares one annotator with their own work as it stood then.

Examples:
  pressmark agreement study --annotators "Ada Marsh,Bo Reviewer"
  pressmark agreement study --annotators ada,bo,cy --layer kind:quote --json
  pressmark agreement study --annotators ada --before 2026-05-01`

export const compare = `
What only one of them marked, and what both marked and differ in: boundary, kind, tags, speaker, fields.

Examples:
  pressmark compare study --annotators "Ada Marsh,Bo Reviewer"
  pressmark compare study --annotators ada,bo --all --json`

export const adjudicate = `
What all who did a document say alike becomes the gold set's; the rest is listed, to be decided with --decide: a JSON
array of {"members": [ids], "take": id, "why": reason} or {"members": [ids], "nothing": true, "why": reason}. Reasons are
ambiguous-text, guideline-gap, slip, or words of your own. A decision stands while its members are as they were; then the
case returns with it. "again": true decides anew. The gold set is an annotator like others: compare, agreement and
export take its name. --export writes its annotations as "pressmark annotations --json" prints them.

Examples:
  pressmark adjudicate study --annotators "Ada Marsh,Bo Reviewer" --gold Gold
  pressmark adjudicate study --annotators ada,bo --gold Gold --decide decisions.json --json
  pressmark adjudicate study --gold Gold --export gold.json`

export const register = `
The sum of what all annotators stated. The claim types that Pressmark ships are listed in the codebook once somebody
stated something about them.

Example:
  pressmark register study codebook --json`

export const exportTo = `
Without filters every annotation is written, untagged ones too. In a tag path, a / of a name is written \\/.

Examples:
  pressmark export study --format csv --out excerpts.csv
  pressmark export study --format md --out economy.md --tag Economy/Prices --kind claim --kind quote`

export const verify = `
The format is that of the file's name. An annotation that has changed since is information, not a failure.

Example:
  pressmark verify excerpts.csv --workspace study`

export const doctor = `
Changes nothing.

Example:
  pressmark doctor study --json`

export const backup = `
Backups lie in the profile, by the id of the workspace, so that whatever happens to its folder does not happen to them.

Examples:
  pressmark backup list study
  pressmark backup create study
  pressmark backup restore study --out study-copy
  pressmark backup restore study --yes`

export const backupList = `
The workspace may be gone: name it by the folder that it had, or by its id. A backup that is not whole is said so.

Example:
  pressmark backup list study --json`

export const backupCreate = `
What an earlier backup has is not stored again, and where nothing has changed no backup is made.

Example:
  pressmark backup create study`

export const backupRestore = `
With --out the backup becomes a copy in a new or empty folder, and the workspace stays as it is. Without it the workspace's
own folder is brought back, also where it is gone: files that are missing or damaged are put back (what was damaged is kept
in quarantine/), and what you have changed since is set to what stood then, as a new change that undo takes back. What
colleagues have written stays. Before that a backup is made. Without --yes it is only told what would be done.

Where a window has the workspace, --yes stops with status 3: what a person is looking at does not change under their hands.
Restore in the window (File > Backups...), or close it; --out works at any time.

Examples:
  pressmark backup restore study --out study-copy
  pressmark backup restore study --backup 2026-05-01T09-30-00.000Z-daily --yes`

export const gitSetup = `
Tells the repository that the workspace lies in how to merge files of Pressmark: by this program, wherever it lies now.
Once for each clone, and again where the program has moved. Nothing is committed. The workspace gets a .gitattributes and
a .gitignore where it has none.

Without it nothing is lost either: Pressmark reads both sides of a merge that Git could not do.

Example:
  pressmark git-setup study`

export const mergeFile = `
Git calls it, after "pressmark git-setup", with the former, our and their version of a file. The outcome replaces OURS.
1 where a version cannot be read: then OURS holds both sides between conflict marks, and Pressmark reads what it can of them.

Example:
  pressmark merge-file base.json ours.json theirs.json codebook/ada.json`
