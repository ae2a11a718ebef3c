import { describe, expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { bothLanguages } from './both-languages.ts'

const page = 'modules/horses/web/HorsePage.tsx'
const found = (samples: Record<string, string>) => bothLanguages(treeOf(samples)).map(({ file, line }) => `${file}:${line}`)

describe('the texts of a page', () => {
  it('stand in a words file, in both languages', () => {
    const words = "export const words = defineWords({ horses: '马' }, { horses: 'Horses' })"
    const files = ['words.ts', 'stable-words.ts', 'words/stable.ts'].map(file => `modules/horses/web/${file}`)
    expect(found(Object.fromEntries(files.map(file => [file, words])))).toEqual([])
  })

  it('are disliked on the English side too, unless an English sentence quotes them', () => {
    const file = 'modules/horses/web/words.ts'
    expect(found({ [file]: "export const words = defineWords({ a: '马' }, {\n  a: '马' })" })).toEqual([`${file}:2`])
    expect(found({ [file]: "export const words = defineWords({ a: '马' }, {\n  a: (name: string) => `${name}（` })" })).toEqual([`${file}:2`])
    expect(found({ [file]: "export const words = defineWords({ a: '马' }, { a: 'A horse is 马.' })" })).toEqual([])
    expect(found({ [file]: "export const words = defineWords({ a: '马' }, { a: (said: string) => said.split('：')[0] ?? '' })" })).toEqual([])
  })

  it('are disliked in the page itself: between tags, as a property, in quotes, in a template, in a marking', () => {
    const bad = ["export const A = () => <p>马</p>", 'export const B = () => <Page title="马" />', "export const c = '马'", 'export const d = `${name}的马`']
    expect(found({ [page]: bad.join('\n') })).toEqual([1, 2, 3, 4].map(line => `${page}:${line}`))
    expect(found({ [page]: "export const e = names.join('、')" })).toEqual([`${page}:1`])
  })

  it('may stand side by side with English where a page is announced', () => {
    const beside = "export const title = { 'zh-CN': '马', en: 'Horses' }"
    expect(found({ 'modules/horses/web/index.ts': beside })).toEqual([])
    expect(found({ 'modules/horses/web/index.ts': "export const title = { 'zh-CN': '马' }" })).toEqual(['modules/horses/web/index.ts:1'])
  })

  it('are looked for in the shell, the phone page and the kit too, and not in comments, tests, rules or commands', () => {
    expect(found({ 'apps/web/pages/HomePage.tsx': "'马'", 'platform/ui/list/RecordList.tsx': "'马'", 'apps/phone/main.tsx': "'马'" })).toHaveLength(3)
    const chinese = "export const x = '马'"
    const elsewhere = ['web/x.test.ts', 'rules/x.ts', 'commands/x.ts'].map(file => [`modules/horses/${file}`, chinese])
    expect(found({ [page]: '/** 马 */\n// 马', ...Object.fromEntries(elsewhere) })).toEqual([])
  })

  it('are not taken from the Chinese words of the rules behind the back of the words file', () => {
    const taken = "import { horseWords } from '../rules/words.ts'"
    expect(found({ [page]: taken, 'modules/horses/web/words.ts': taken })).toEqual([`${page}:1`])
    expect(found({ [page]: "import type { Horse } from '../rules/words.ts'\nimport { isOld } from '../rules/age.ts'" })).toEqual([])
  })
})
