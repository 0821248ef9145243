/**
 * The words by which releases announce their parts, by language. Each is the source of a regular expression that is looked
 * for at the beginning of a line, in any case, up to the end of a word; straight and curly apostrophes count as one.
 * To teach a language, add a row; to teach a phrase, add it to its row. A comment in a rule says what else it asks for.
 */
export interface Phrases {
  readonly embargo: readonly string[]
  readonly releaseLine: readonly string[]
  readonly contact: readonly string[]
  readonly notes: readonly string[]
  readonly caption: readonly string[]
  /** Before the address of the release itself. */
  readonly source: readonly string[]
  readonly endMark: readonly string[]
  /** Begins a letter that is reproduced whole. */
  readonly salutation: readonly string[]
  /** Ends it, before the signature. */
  readonly valediction: readonly string[]
  /** A standing text of law under the release. */
  readonly legal: readonly string[]
}

const english: Phrases = {
  embargo: [
    '(?:strictly |under |press )?embargo(?:ed)?',
    'not for (?:release|publication|broadcast)',
    'hold (?:for release )?until',
    'transmission of material in this release is embargoed',
  ],
  releaseLine: [
    '(?:for )?(?:immediate|general) (?:release|use|publication)',
    'for release',
    '(?:released(?: on)?|release date|issued|published|date):',
    '(?:press|news|media) (?:release|advisory|statement|notice)',
    'release (?:no|number)',
  ],
  contact: [
    '(?:(?:press|media|news|investor|public|further|more|technical|sales)(?: (?:and|or) |, | & | )?)*(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|information)',
    'for (?:all |more |further |additional |media |press |general )*(?:enquiries|inquiries|information|details|interviews)',
    '(?:press|media) (?:office|officer|relations|team|desk)',
    'newsdesk',
    'available for (?:interview|comment)',
  ],
  notes: [
    '(?:background )?notes? (?:to|for) (?:the )?(?:editors?|media|journalists|newsrooms?|press)',
    "editor's note",
    'editors:',
    'information for (?:editors|journalists|the media)',
  ],
  caption: ['(?:photo|image|caption|picture|video)(?: caption)? ?:'],
  source: [
    'source(?: version on .*)?:',
    '(?:view|read|see) (?:the |this )?(?:original|full|web|online) ?(?:release|version)?',
    'permalink',
    '(?:web|online) version',
    'original (?:release|version)',
    'link to (?:this )?release',
  ],
  endMark: ['ends?', 'e n d s?', 'xxx', '30', 'end of (?:release|text|statement)'],
  salutation: ['dear', 'to whom it may concern', 'an open letter to'],
  valediction: ['(?:yours|sincerely|respectfully|(?:kind|best|warm) regards|with (?:best|kind) (?:wishes|regards))'],
  legal: [
    'forward[- ]looking statements?',
    '(?:cautionary|disclosure) (?:note|notice|statement|language)',
    'safe harbou?r',
    'disclaimer',
  ],
}

const german: Phrases = {
  embargo: ['(?:achtung,? ?|bitte beachten: ?)?(?:sperrfrist|sperrvermerk)', 'gesperrt bis', 'frei(?:gegeben)? ab'],
  releaseLine: [
    '(?:presse|medien)-?(?:mitteilung|information|meldung|erklärung|aussendung|notiz)',
    'zur sofortigen (?:veröffentlichung|freigabe)',
  ],
  contact: [
    '(?:presse|medien)-?(?:kontakte?|stelle|anfragen)',
    'kontakte?(?: für (?:die )?(?:presse|medien|journalisten))?',
    'ansprechpartner(?:in|innen)?(?: für (?:die )?(?:presse|medien))?',
    '(?:für )?(?:rückfragen|weitere auskünfte|weitere informationen|auskünfte)',
  ],
  notes: [
    'hinweise? (?:an|für) (?:die )?(?:redaktion(?:en)?|medien|journalisten|presse)',
    'redaktioneller hinweis',
    'anmerkung(?:en)? (?:an|für) (?:die )?redaktion(?:en)?',
  ],
  caption: ['(?:bild|foto)(?:unterschrift|unterzeile|text)? ?:'],
  source: ['quelle:', 'link:', 'online(?:-fassung)?:', 'original(?:meldung|fassung)'],
  endMark: ['ende', 'schluss'],
  salutation: ['sehr geehrte', 'liebe[rs]?'],
  valediction: ['(?:mit freundlichen grüßen|mit besten grüßen|hochachtungsvoll|herzliche grüße)'],
  legal: ['zukunftsgerichtete aussagen', 'haftungsausschluss'],
}

const french: Phrases = {
  embargo: ['(?:sous )?embargo', 'ne pas (?:publier|diffuser) avant'],
  releaseLine: ['communiqué(?: de presse)?', 'pour (?:diffusion|publication) immédiate', 'dossier de presse'],
  contact: [
    'contacts?(?: (?:presse|médias?|avec la presse))?',
    'service (?:de )?presse',
    "(?:plus de |pour plus d')?(?:renseignements|informations)",
    'relations (?:presse|médias)',
  ],
  notes: ["notes? (?:aux|à l'attention des|pour les) (?:rédactions?|rédacteurs|journalistes|éditeurs|médias)"],
  caption: ['(?:légende|photo|crédit photo) ?:'],
  source: ['source ?:', 'lien ?:', 'version en ligne', 'en ligne ?:'],
  endMark: ['fin'],
  salutation: ['madame', 'monsieur', 'mesdames', 'cher', 'chère'],
  valediction: ['(?:cordialement|veuillez agréer|respectueusement|bien à vous)'],
  legal: ['(?:déclarations|énoncés) prospecti(?:ves|fs)', 'avertissement'],
}

const spanish: Phrases = {
  embargo: ['(?:bajo )?embargo', 'embargad[oa]', 'no (?:publicar|difundir)'],
  releaseLine: [
    'nota (?:de prensa|informativa)',
    'comunicado(?: de prensa)?',
    'para (?:publicación|difusión) inmediata',
    'boletín de prensa',
  ],
  contact: [
    'contactos?(?: (?:de|para|con) (?:la |los )?(?:prensa|medios))?',
    '(?:para )?más información',
    '(?:gabinete|oficina|servicio) de (?:prensa|comunicación)',
  ],
  notes: ['notas? (?:para|a) (?:los |las )?(?:editores|redactores|medios|periodistas|redacciones)'],
  caption: ['(?:foto|imagen|pie de foto) ?:'],
  source: ['fuente:', 'enlace:', 'versión en línea'],
  endMark: ['fin'],
  salutation: ['estimad[oa]s?', 'querid[oa]s?'],
  valediction: ['(?:atentamente|un (?:cordial )?saludo|saludos)'],
  legal: ['declaraciones prospectivas', 'aviso legal'],
}

const languages = [english, german, french, spanish]

const patterns = new Map<keyof Phrases, RegExp[]>()

/** One pattern per language: the same word may begin phrases of several, and the longest counts. */
function patternsOf(kind: keyof Phrases): RegExp[] {
  const known = patterns.get(kind)
  if (known !== undefined) return known
  const made = languages.map(language => new RegExp(`^(?:${language[kind].join('|')})(?![\\p{L}\\p{N}])`, 'iu'))
  patterns.set(kind, made)
  return made
}

/** How much of a line, from its beginning, is a phrase of this kind: its length in code units, 0 for none. */
export function phraseLength(kind: keyof Phrases, line: string): number {
  const plain = line.replace(/’/g, "'")
  return Math.max(...patternsOf(kind).map(pattern => pattern.exec(plain)?.[0].length ?? 0))
}

/** "About" and a name or an article: "About 40 people" is none, so case counts. */
const about =
  /^(?:(?:About|ABOUT)(?=:)|(?:About|ABOUT|Über|ÜBER|Zur|Zum|Sobre|SOBRE|Acerca de|ACERCA DE) (?:(?:the|The|THE|die|den|das|dem|la|La|LA|el|El|los|las|us|Us|US|uns|our) )?(?=\p{Lu}|us\b|Us\b|US\b|uns\b)|(?:À|A) (?:propos|PROPOS) (?:de la |de l[’']|DE LA |DE L[’']|de |du |des |d[’']|DE |DU |DES |D[’'])|(?:Unternehmensprofil|Hintergrund zum Unternehmen|Company profile|Boilerplate)\b)/u

/** Length of "About " and its like where a line begins a description of an issuer; 0 for none. */
export function aboutLength(line: string): number {
  return about.exec(line)?.[0].length ?? 0
}
