import { expect, test } from 'vitest'
import { languageOfText } from './language-of-text'

test.each([
  ['The berth is open.', undefined, undefined],
  ['The berth is open.', 'en-GB', 'en-GB'],
  ['Der Kai ist offen.', 'de', 'de'],
  ['قال المسؤول إن الميناء مفتوح.', undefined, 'ar'],
  ['قال المسؤول إن الميناء مفتوح.', 'en', 'ar'],
  ['او گفت که بندر باز است.', 'fa', 'fa'],
  ['港は開いている。', undefined, 'ja'],
  ['港口开放', undefined, 'zh'],
  ['港口開放', 'zh-TW', 'zh-TW'],
  ['漢字', 'ja', 'ja'],
  ['항구가 열렸다', undefined, 'ko'],
  ['Порт открыт', 'uk', 'uk'],
  ['71 %', 'fr', 'fr'],
  ['😀', undefined, undefined],
])('%s, stated %s, is %s', (text, stated, language) => {
  expect(languageOfText(text, stated)).toBe(language)
})
