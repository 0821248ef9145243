import { givenRelease } from '../pages/given-release'

export interface Voice {
  readonly name: string
  readonly roleAsWritten?: string
}

/** A mark in words: its pieces stand in the text in this order, cue and source behind the first piece. */
export interface WorkedMark {
  readonly kind: 'quote' | 'claim' | 'note'
  readonly pieces: readonly string[]
  readonly cue?: string
  readonly source?: string
  readonly tags?: readonly string[]
  readonly note?: string
  readonly status?: 'submitted'
  readonly quote?: { readonly type: 'direct' | 'indirect' | 'mixed'; readonly speakers: readonly Voice[] }
  readonly claim?: {
    readonly type: string
    readonly claimant?: Voice
    readonly statement?: string
    readonly figures?: readonly { readonly asWritten: string; readonly value: string; readonly unit: string }[]
  }
}

export interface WorkedRelease {
  readonly headline: string
  readonly marks: readonly WorkedMark[]
}

const taskForce = { name: 'CJTF-OIR', roleAsWritten: 'officials' }
const port = { name: 'Port of Example Haven', roleAsWritten: 'port authority' }
const company = { name: 'Sample Cold Chain Ltd', roleAsWritten: 'the company' }
const agency = { name: 'Sample River Agency', roleAsWritten: 'the agency' }
const { firstQuote, secondQuote } = givenRelease

/** What a colleague marked in the given release: much alike, with another boundary, another kind, and some alone. */
export const colleaguesMarks: readonly WorkedMark[] = [
  {
    kind: 'quote',
    pieces: firstQuote.pieces,
    cue: firstQuote.cue,
    source: firstQuote.source,
    tags: ['security/threat'],
    quote: { type: 'direct', speakers: [{ name: 'Leilwa Abdullah' }, { name: 'Ahmad Abu Khawlah' }] },
  },
  {
    kind: 'claim',
    pieces: ['ISIS retains a significant presence near the Iraqi borders from which it seeks to retain safe haven'],
  },
  { kind: 'quote', pieces: secondQuote.pieces, quote: { type: 'direct', speakers: [{ name: 'James Jarrard' }] } },
  { kind: 'claim', pieces: ['ensure the liberation of all terrain held by ISIS terrorists'] },
  { kind: 'claim', pieces: ['representing 71 nations and four international organizations'], note: 'Count them.' },
]

const given: WorkedRelease = {
  headline: givenRelease.headline,
  marks: [
    {
      kind: 'quote',
      pieces: [
        'The coalition affirms its support and confidence in the Syrian Democratic Forces as they commence operations to clear the final Islamic State of Iraq and Syria territories in northeastern Syria',
      ],
      cue: 'said',
      source: 'Combined Joint Task Force Operation Inherent Resolve officials',
      tags: ['coalition/support'],
      status: 'submitted',
      quote: { type: 'indirect', speakers: [taskForce] },
    },
    {
      kind: 'claim',
      pieces: ['affirms its support and confidence in the Syrian Democratic Forces'],
      tags: ['coalition/support'],
      claim: { type: 'commitment', claimant: taskForce },
    },
    {
      kind: 'quote',
      pieces: firstQuote.pieces,
      cue: firstQuote.cue,
      source: firstQuote.source,
      tags: ['security/threat', 'border'],
      note: 'One quote, two named speakers. Check the source statement for who spoke first.',
      quote: {
        type: 'direct',
        speakers: [
          { name: 'Leilwa Abdullah', roleAsWritten: 'spokesperson of the al-Jazeera Storm campaign' },
          { name: 'Ahmad Abu Khawlah', roleAsWritten: 'commander of the Dayr Az Zawr Military Council' },
        ],
      },
    },
    {
      kind: 'claim',
      pieces: ['ISIS retains a significant presence near the Iraqi borders'],
      tags: ['security/threat'],
      status: 'submitted',
      claim: { type: 'other' },
    },
    {
      kind: 'claim',
      pieces: [
        'our heroic forces will liberate these areas, secure the Iraq-Syria border, and end the presence of ISIS in eastern Syria once and for all',
      ],
      tags: ['timeline', 'border'],
      claim: { type: 'prediction' },
    },
    {
      kind: 'quote',
      pieces: secondQuote.pieces,
      cue: 'said',
      source:
        'Army Maj. Gen. James Jarrard, commanding general of Special Operations Joint Task Force Operation Inherent Resolve',
      tags: ['coalition/support'],
      status: 'submitted',
      quote: {
        type: 'direct',
        speakers: [
          {
            name: 'James Jarrard',
            roleAsWritten: 'commanding general of Special Operations Joint Task Force Operation Inherent Resolve',
          },
        ],
      },
    },
    {
      kind: 'quote',
      pieces: ['ISIS retains capabilities to plan and coordinate attacks against the region and coalition homelands'],
      tags: ['security/threat'],
      quote: { type: 'indirect', speakers: [taskForce] },
    },
    {
      kind: 'quote',
      pieces: [givenRelease.indirectQuote],
      cue: 'said',
      tags: ['coalition/support'],
      quote: { type: 'indirect', speakers: [taskForce] },
    },
    {
      kind: 'claim',
      pieces: ['71 nations and four international organizations'],
      tags: ['coalition/size', 'figure'],
      claim: {
        type: 'quantity',
        claimant: taskForce,
        statement: 'The coalition has 71 member nations and four member international organizations.',
        figures: [
          { asWritten: '71', value: '71', unit: 'nations' },
          { asWritten: 'four', value: '4', unit: 'international organizations' },
        ],
      },
    },
    {
      kind: 'note',
      pieces: ['nations and four international organizations, is committed to the defeat of ISIS'],
      tags: ['to check'],
      note: 'Which organisations are counted here?',
    },
  ],
}

const harbour: WorkedRelease = {
  headline: 'PORT OF EXAMPLE HAVEN SWITCHES ON SHORE POWER AT ALL SIX BERTHS',
  marks: [
    {
      kind: 'claim',
      pieces: ['cut emissions at the quay by 41 percent in its first year'],
      tags: ['climate/emissions', 'figure'],
      status: 'submitted',
      claim: {
        type: 'prediction',
        claimant: port,
        figures: [{ asWritten: '41 percent', value: '41', unit: 'percent' }],
      },
    },
    {
      kind: 'quote',
      pieces: [
        '“This is the largest single cut in air pollution that the port has ever made,”',
        '“Every ship that calls here after June will be able to switch its engines off.”',
      ],
      cue: 'said',
      source: 'the port authority',
      tags: ['climate/emissions'],
      status: 'submitted',
      quote: { type: 'direct', speakers: [port] },
    },
    {
      kind: 'claim',
      pieces: ['The project cost 18.6 million euros, 2.1 million less than planned'],
      tags: ['cost', 'figure'],
      claim: {
        type: 'quantity',
        figures: [{ asWritten: '18.6 million', value: '18600000', unit: 'euros' }],
      },
    },
    {
      kind: 'quote',
      pieces: ['noise at night will fall by about half in the streets next to the quay'],
      tags: ['residents'],
      quote: { type: 'indirect', speakers: [port] },
    },
    {
      kind: 'quote',
      pieces: ['“a good first step”'],
      tags: ['residents'],
      quote: { type: 'mixed', speakers: [{ name: 'Harbour workers’ union', roleAsWritten: 'a spokesperson' }] },
    },
  ],
}

const coldChain: WorkedRelease = {
  headline: 'Sample Cold Chain Ltd Recalls 3,200 Transport Boxes',
  marks: [
    {
      kind: 'claim',
      pieces: ['recalling 3,200 transport boxes of the type SC-40'],
      tags: ['safety/recall', 'figure'],
      status: 'submitted',
      claim: { type: 'quantity', claimant: company, figures: [{ asWritten: '3,200', value: '3200', unit: 'boxes' }] },
    },
    {
      kind: 'quote',
      pieces: ['No patient has been harmed'],
      cue: 'said',
      source: 'the company',
      tags: ['safety/harm'],
      status: 'submitted',
      quote: { type: 'indirect', speakers: [company] },
    },
    {
      kind: 'quote',
      pieces: ['“We are sorry, and we will replace every box within two weeks,”'],
      cue: 'said',
      source: 'the company',
      tags: ['safety/recall', 'timeline'],
      status: 'submitted',
      quote: { type: 'direct', speakers: [company] },
    },
    {
      kind: 'claim',
      pieces: ['fewer than 1 in 400 boxes are affected'],
      tags: ['figure'],
      status: 'submitted',
      claim: { type: 'quantity', claimant: company },
    },
  ],
}

const river: WorkedRelease = {
  headline: 'Sample River Agency Counts More Salmon Than in Any Year Since 1998',
  marks: [
    {
      kind: 'claim',
      pieces: ['the highest count since records began in 1998'],
      tags: ['figure'],
      claim: { type: 'comparison', claimant: agency },
    },
    {
      kind: 'quote',
      pieces: ['“The fish ladders are doing what they were built for,”', '“But one good spring is not a trend.”'],
      cue: 'said',
      source: 'the agency',
      quote: { type: 'direct', speakers: [agency] },
    },
  ],
}

/** The sample releases as somebody has worked on them: every kind, overlaps, a quote in two pieces, figures. */
export const workedReleases: readonly WorkedRelease[] = [given, harbour, coldChain, river]
