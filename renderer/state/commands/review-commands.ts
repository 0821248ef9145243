import type { CommandFacts } from '../command-facts'
import { type CommandPorts, defineCommands } from './command'

const reviewing = ({ view }: CommandFacts): boolean => view === 'review'
const deciding = ({ view, readOnly }: CommandFacts): boolean => view === 'review' && !readOnly
/** What is said to a colleague, and of no case of a gold set. */
const answering = (facts: CommandFacts): boolean => deciding(facts) && !facts.adjudicating
const isMakingGold = ({ store }: CommandPorts): boolean => store.get().review.gold !== undefined

/** The next (1) or previous (-1) difference, or case of the gold set that is made. */
function step(ports: CommandPorts, by: 1 | -1): void {
  if (isMakingGold(ports)) ports.gold.step(by)
  else ports.review.step(by)
}

/** Of a gold set: the side of that place is chosen, or nothing; else what is said to the colleague. */
function decide(ports: CommandPorts, place: number | 'nothing', decision: 'agree' | 'dispute' | 'neither'): void {
  if (isMakingGold(ports)) ports.gold.choose(place)
  else ports.review.decide(decision)
}

/** Commands about colleagues' work; their single keys act while the review has the focus. */
export const reviewCommands = defineCommands([
  {
    id: 'view-review',
    title: 'Go to Review',
    menu: 'Review',
    words: 'view compare colleague differences',
    group: 'window',
    keys: ['Ctrl+3'],
    where: 'window',
    enabled: ({ workspace }) => workspace,
    checked: reviewing,
    run: ports => ports.review.show(),
  },
  {
    id: 'next-difference',
    title: 'Next difference',
    pair: { title: 'Next, previous difference', with: 'previous-difference' },
    group: 'review',
    keys: ['J'],
    where: 'review',
    enabled: reviewing,
    run: ports => step(ports, 1),
  },
  {
    id: 'previous-difference',
    title: 'Previous difference',
    group: 'review',
    keys: ['K'],
    where: 'review',
    enabled: reviewing,
    run: ports => step(ports, -1),
  },
  {
    id: 'review-agree',
    title: 'Agree with the colleague, or take the first side',
    menu: 'Agree with the colleague',
    words: 'decide accept',
    group: 'review',
    keys: ['1'],
    where: 'review',
    enabled: deciding,
    run: ports => decide(ports, 0, 'agree'),
  },
  {
    id: 'review-dispute',
    title: 'Dispute, with a reason, or take the second side',
    menu: 'Dispute, with a reason',
    words: 'decide disagree reject',
    group: 'review',
    keys: ['2'],
    where: 'review',
    enabled: deciding,
    run: ports => decide(ports, 1, 'dispute'),
  },
  {
    id: 'review-adjudicate',
    title: 'Adjudicate into a gold set, or take the third side',
    menu: 'Adjudicate into a gold set…',
    words: 'gold decide several annotators consensus',
    group: 'review',
    keys: ['3'],
    where: 'review',
    enabled: deciding,
    run: ports => (isMakingGold(ports) ? ports.gold.choose(2) : void ports.gold.ask()),
  },
  {
    id: 'review-propose',
    title: 'Propose yours to the colleague',
    words: 'decide suggest change',
    group: 'review',
    keys: ['P'],
    where: 'review',
    enabled: answering,
    run: ports => ports.review.decide('propose'),
  },
  {
    id: 'review-neither',
    title: 'Neither: nothing belongs here',
    words: 'decide reject both',
    group: 'review',
    keys: ['4'],
    where: 'review',
    enabled: deciding,
    run: ports => decide(ports, 'nothing', 'neither'),
  },
  {
    id: 'review-take-over',
    title: 'Take over the colleague’s',
    words: 'accept proposal adopt',
    group: 'review',
    keys: ['Y'],
    where: 'review',
    enabled: answering,
    run: ports => ports.review.takeOver(),
  },
  {
    id: 'review-reply',
    title: 'Reply to the colleague',
    words: 'answer thread word',
    group: 'review',
    keys: ['R'],
    where: 'review',
    enabled: answering,
    run: ports => ports.review.write('reply'),
  },
  {
    id: 'review-sides',
    title: 'Show yours, theirs, both',
    group: 'review',
    keys: ['B'],
    where: 'review',
    enabled: facts => reviewing(facts) && !facts.adjudicating,
    run: ports => ports.review.turnSides(),
  },
  {
    id: 'review-blind',
    title: 'Review without names',
    words: 'blind hide names',
    group: 'review',
    where: 'window',
    enabled: reviewing,
    checked: ({ blind }) => blind,
    run: ports => ports.review.toggleBlind(),
  },
  {
    id: 'agreement',
    title: 'Agreement of annotators…',
    words: 'kappa alpha f1 figures compare reliability',
    group: 'workspace',
    where: 'window',
    enabled: ({ workspace }) => workspace,
    run: ports => void ports.agreement.ask(),
  },
  {
    id: 'make-bundle',
    title: 'Bundle your work for a colleague…',
    menu: 'Bundle for a colleague…',
    words: 'send share export annotations',
    group: 'workspace',
    where: 'window',
    enabled: ({ workspace }) => workspace,
    run: ({ store }) => store.set(state => ({ ...state, dialog: 'bundle' })),
  },
  {
    id: 'receive-bundle',
    title: 'Receive a colleague’s bundle…',
    words: 'open import review annotations',
    group: 'workspace',
    where: 'window',
    enabled: ({ workspace, readOnly }) => workspace && !readOnly,
    run: ports => void ports.bundles.choose(),
  },
  {
    id: 'same-names',
    title: 'Names that both have…',
    words: 'tags speakers merge colleague same',
    group: 'review',
    where: 'window',
    enabled: deciding,
    run: ports => ports.bundles.showNames(),
  },
])
