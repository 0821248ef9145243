import { join } from 'node:path'
import { root } from './launch'

/** The release that the owner gave, and what the main job marks in it. */
export const givenRelease = {
  file: join(root, 'samples/releases/syrian-democratic-forces-2018.txt'),
  headline: 'Syrian Democratic Forces Announce Drive to Reclaim Last ISIS Territory',
  firstQuote: {
    pieces: [
      '“ISIS retains a significant presence near the Iraqi borders from which it seeks to retain safe haven to plan attacks around the world and expand its territory in Syria and Iraq,”',
      '“Over the coming weeks, our heroic forces will liberate these areas, secure the Iraq-Syria border, and end the presence of ISIS in eastern Syria once and for all.”',
    ],
    cue: 'said',
    source:
      'Leilwa Abdullah, spokesperson of the al-Jazeera Storm campaign and Ahmad Abu Khawlah, commander of the Dayr Az Zawr Military Council',
    speakers: ['Leilwa Abdullah', 'Ahmad Abu Khawlah'],
  },
  secondQuote: {
    pieces: [
      '“We continue to stand alongside our partners and ensure the liberation of all terrain held by ISIS terrorists,”',
      '“This is a key milestone in bringing lasting stability to both Iraq and Syria.”',
    ],
    speakers: ['Army Maj. Gen. James Jarrard'],
  },
  indirectQuote:
    'Combined Joint Task Force Operation Inherent Resolve, representing 71 nations and four international organizations, is committed to the defeat of ISIS in designated areas in Iraq and Syria',
  claims: {
    nations: 'representing 71 nations and four international organizations',
    milestone: 'This is a key milestone in bringing lasting stability to both Iraq and Syria.',
    since:
      'Since 2016, coalition forces have worked by, with and through SDF partners to reclaim territory from ISIS in Syria',
  },
} as const
