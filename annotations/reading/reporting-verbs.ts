/** Verbs that report speech, in the forms that stand as a cue. */
const verbs =
  'said|says|say|announced|announces|added|adds|told|tells|stated|states|explained|explains|noted|notes|confirmed|' +
  'confirms|declared|declares|warned|warns|argued|argues|claimed|claims|emphasized|emphasised|stressed|remarked|' +
  'commented|comments|continued|continues|concluded|concludes|wrote|writes|insisted|insists|pledged|promised|' +
  'acknowledged|admitted|asserted|affirmed|reiterated|recalled|urged|reported|replied|responded|predicted|estimated|' +
  'believes|asked|denied|agreed|observed|testified|vowed'

/** A cue: a reporting verb, or `according to`. Its group `cue` is the cue itself, without auxiliaries. */
export const cuePattern = new RegExp(`(?<![\\p{L}\\p{N}’'-])(?<cue>according to|${verbs})(?![\\p{L}\\p{N}’'-])`, 'giu')
