// @ts-check
import { describe, expect, it } from 'vitest'
import { controlText, readFpmArguments } from './fpm-arguments.mjs'

const ARGS =
  '-s dir --force -t deb -d libgtk-3-0 -d libnss3 --deb-recommends libx --deb-compression xz --architecture amd64 --after-install /t/in --name pressmark --version 1.2.3 --package /d/p.deb --license MIT /d/linux-unpacked/=/opt/Pressmark /b/i.png=/usr/share/icons/i.png'

describe('a deb without fpm', () => {
  const wanted = readFpmArguments([...ARGS.split(' '), '--description', 'Short words\n long words'])

  it('holds the files where fpm would put them', () => {
    expect(wanted.files).toEqual([
      { from: '/d/linux-unpacked/', to: '/opt/Pressmark' },
      { from: '/b/i.png', to: '/usr/share/icons/i.png' },
    ])
    expect([wanted.target, wanted.package, wanted.scripts]).toEqual(['deb', '/d/p.deb', { postinst: '/t/in' }])
  })

  it('is described by a control file', () => {
    expect(controlText(wanted)).toBe(
      'Architecture: amd64\nPackage: pressmark\nVersion: 1.2.3\nDepends: libgtk-3-0, libnss3\nRecommends: libx\nDescription: Short words\n long words\n',
    )
  })
})
