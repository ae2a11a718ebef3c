import { Visitor } from 'oxc-parser'
import { lineAt, programOf } from '../syntax.ts'
import { isTest, type Check, type Finding, type Tree } from '../tree.ts'

/** Chinese letters and Chinese marks: a 、 between English names is as wrong as a Chinese word. */
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
const PAGES = /^(modules\/[^/]+\/web|apps\/(web|phone)|platform\/ui)\/.*\.tsx?$/
const WORDS = /(^|\/)(([a-z-]+-)?words\.ts$|words\/)/

/** What is Chinese in both languages: invented records of the gallery of parts, which only a development build shows. */
const DATA: readonly string[] = ['apps/web/pages/GalleryForm.tsx', 'apps/web/pages/GalleryList.tsx', 'apps/web/pages/GalleryPage.tsx',
  'apps/web/pages/gallery-samples.ts']

/**
 * The language switch holds for all pages: what a user reads stands in a words file with both languages, or side by side in
 * `{ 'zh-CN': …, en: … }`. A page also leaves the Chinese words of its rules to its words file, which puts English beside them.
 */
export const bothLanguages: Check = tree => [
  ...pagesOf(tree).flatMap(file => [...chineseIn(tree, file), ...wordsOfRulesIn(tree, file)]),
  ...tree.files.filter(file => PAGES.test(file) && WORDS.test(file)).flatMap(file => untranslatedIn(tree, file)),
]

const pagesOf = (tree: Tree) => tree.files.filter(file => PAGES.test(file) && !WORDS.test(file) && !isTest(file) && !DATA.includes(file))

function chineseIn(tree: Tree, file: string): Finding[] {
  const source = tree.text(file)
  const besideEnglish = new Set<number>()
  const found: Finding[] = []
  const note = (start: number, text: string) => {
    if (!CHINESE.test(text) || text.trim() === '' || besideEnglish.has(start)) return
    const message = `「${text.trim().slice(0, 20)}」 is Chinese in both languages; write it in the words file beside it.`
    found.push({ file, line: lineAt(source, start), message })
  }
  new Visitor({
    ObjectExpression: node => {
      const keys = node.properties.flatMap(each => (each.type === 'Property' && each.key.type === 'Literal' ? [each] : []))
      const hasEnglish = node.properties.some(each => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === 'en')
      if (hasEnglish) for (const each of keys) if (each.key.type === 'Literal' && each.key.value === 'zh-CN') besideEnglish.add(each.value.start)
    },
    Literal: node => {
      if (typeof node.value === 'string') note(node.start, node.value)
    },
    TemplateElement: node => note(node.start, node.value.raw),
    JSXText: node => note(node.start, node.value),
  }).visit(programOf(tree, file))
  return found
}

/** What is looked for in a text is read, not said. */
const READING = new Set(['split', 'includes', 'startsWith', 'endsWith', 'replaceAll'])

/** Texts on the English side of `defineWords` that are Chinese alone; an English sentence may quote a Chinese word. */
function untranslatedIn(tree: Tree, file: string): Finding[] {
  const source = tree.text(file)
  const sides: { start: number; end: number }[] = []
  const texts: { start: number; text: string }[] = []
  const read = new Set<number>()
  new Visitor({
    CallExpression: node => {
      const english = node.arguments[1]
      if (node.callee.type === 'Identifier' && node.callee.name === 'defineWords' && english) sides.push(english)
      const [sought] = node.arguments
      const called = node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' ? node.callee.property.name : ''
      if (READING.has(called) && sought) read.add(sought.start)
    },
    Literal: node => {
      if (typeof node.value === 'string') texts.push({ start: node.start, text: node.value })
    },
    TemplateElement: node => void texts.push({ start: node.start, text: node.value.raw }),
  }).visit(programOf(tree, file))
  return texts.filter(({ start, text }) => CHINESE.test(text) && !/[a-z]{2}/i.test(text) && !read.has(start))
    .filter(({ start }) => sides.some(side => start > side.start && start < side.end))
    .map(({ start, text }) => ({ file, line: lineAt(source, start), message: `「${text.trim().slice(0, 20)}」 stands on the English side; say it in English.` }))
}

/** Imports of a rule file that holds Chinese words and nothing else. */
function wordsOfRulesIn(tree: Tree, file: string): Finding[] {
  const source = tree.text(file)
  return [...source.matchAll(/^import (?!type )[^;\n]*from '([^']*\/rules\/(?:[a-z-]+-)?(?:words|names)\.ts)'/gm)].map(match => ({
    file, line: lineAt(source, match.index), message: `takes words from ${match[1]}, which are Chinese alone; take them from the words file of these pages.`,
  }))
}
