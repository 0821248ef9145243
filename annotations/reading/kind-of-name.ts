/** Words of which one in a name says that an organisation is called that. None of them is a common family name. */
const words =
  'Inc|Ltd|LLC|LLP|Corp|Corporation|Company|Co|GmbH|AG|SA|SE|plc|PLC|Group|Holdings|Industries|Technologies|Systems|' +
  'Airlines|Airways|Railways|Motors|Pharmaceuticals|Partners|Ventures|Agency|Administration|Department|Dept|Ministry|' +
  'Office|Bureau|Commission|Committee|Council|Authority|Association|Federation|Confederation|Union|Institute|Institution|' +
  'University|College|Academy|School|Hospital|Clinic|Foundation|Society|Center|Centre|Laboratory|Laboratories|Bank|Fund|' +
  'Service|Services|Supreme Court|White House|Congress|Parliament|Senate|Cabinet|Government|Board|Trust|Party|Police|' +
  'Task Force|Air Force|Armed Forces|Forces|Command|Coast Guard|Museum|Times|News|Coalition|Alliance|League|Network|' +
  'Initiative|Project|Programme|Program|Organization|Organisation|Assembly|Republic|Kingdom|Nations|States|Port of'
const organisation = new RegExp(`(?:^|[\\s,(])(?:${words})(?=$|[\\s,.)’'])`, 'u')
const inLowerCase =
  /^(?:the |a |an )?(?:[\p{L}\p{M}’'-]+ )*(?:agency|company|council|ministry|department|commission|committee|government|authority|bank|university|institute|association|union|police|court|organi[sz]ation|firm|board|foundation)$/u
/** One word of capitals: NASA, CJTF-OIR. */
const capitals = /^[\p{Lu}\d][\p{Lu}\d.&-]*\p{Lu}[\p{Lu}\d.&-]*$/u
/** Somebody who speaks for one. */
const person =
  /(?:officials?|officers?|spokes(?:person|people|man|men|woman|women)|ministers?|secretary|directors?|presidents?|members?|workers?|leaders?|representatives?)$/iu

/**
 * What a name that is met for the first time is taken for: an organisation where a word of it, its capitals or its form
 * says so, else a person. English forms; a person can say otherwise.
 */
export function kindOfName(given: string): 'person' | 'organisation' {
  const name = given.replace(/\s+/gu, ' ').trim()
  if (person.test(name)) return 'person'
  return organisation.test(name) || inLowerCase.test(name) || capitals.test(name) ? 'organisation' : 'person'
}
