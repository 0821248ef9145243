import { describe, expect, test } from 'vitest'
import { sweep, told } from './testing/crash-sweep'
import { cuts, flips, knownDamages } from './testing/damage'
import { openDamagedIdentity, openDamagedText } from './testing/damaged-texts'
import { damageOpen, openDamaged, tallied, workspaceOf } from './testing/damaged-workspace'
import { judgeRecovery, recoveryCrashPoints, sweepRecoveryAfterFailures } from './testing/recovery-scenario'

const workspace = await workspaceOf(2)

describe('the journal of an annotator', () => {
  test('not damaged: as it was, and nothing is told', async () => {
    expect(await openDamaged(workspace, { name: 'none', bytes: workspace.bytes })).toBe('same')
  })

  test.each(knownDamages(workspace.bytes))('$name: told, kept, and written on', async damage => {
    expect(await openDamaged(workspace, damage)).toBe('told')
  })

  test.each(knownDamages(workspace.bytes))('$name while it is open: told, kept, and written over', async damage => {
    expect(await damageOpen(workspace, damage)).toBe('told')
  })

  test('cut anywhere, or with a bit turned over: as it was, or told', async () => {
    const damages = [...cuts(workspace.bytes).filter((_, n) => n % 7 === 0), ...flips(workspace.bytes, 61)]
    expect((await tallied(damages, damage => openDamaged(workspace, damage))).wrong).toEqual([])
  })

  test.each<[string, Uint8Array]>([
    ['cut', workspace.bytes.subarray(0, 400)],
    ['empty', new Uint8Array()],
    ['edited', Buffer.from(Buffer.from(workspace.bytes).toString().replace('Note 0', 'Note of another hand'))],
  ])('the machine stops while a file that is %s is set right: nothing is gone', async (_name, damaged) => {
    const points = await recoveryCrashPoints(workspace, damaged)
    const tally = await sweep(points, judgeRecovery(workspace, damaged), { bound: 64, seed: 20261125 })
    expect([told('recovery', tally), tally.first]).toEqual([expect.stringMatching(/: 0 lost$/), undefined])
    expect(tally.points).toBeGreaterThan(20)
  })

  test('nor where an operation failed while it was set right, and it was tried again', async () => {
    const damaged = workspace.bytes.subarray(0, 400)
    const tally = await sweepRecoveryAfterFailures(workspace, damaged, 'EIO', { bound: 4, seed: 20261125 })
    expect([told('recovery', tally), tally.first]).toEqual([expect.stringMatching(/: 0 lost$/), undefined])
  })
})

test('a text that is damaged is read letter by letter as it was, or not at all; what it says besides is told if it changed', async () => {
  const { textBytes } = workspace
  const damages = [
    ...knownDamages(textBytes),
    ...cuts(textBytes).filter((_, n) => n % 7 === 0),
    ...flips(textBytes, 31),
  ]
  expect((await tallied(damages, damage => openDamagedText(workspace, damage))).wrong).toEqual([])
})

test('a workspace whose first file is damaged is opened as the one it is, or not at all, and told', async () => {
  const { identityBytes } = workspace
  const damages = [...knownDamages(identityBytes), ...cuts(identityBytes), ...flips(identityBytes, 7)]
  expect((await tallied(damages, damage => openDamagedIdentity(workspace, damage))).wrong).toEqual([])
})
