import { tablesOf } from '../sql.ts'
import { modulesOf, type Check, type Finding, type Tree } from '../tree.ts'
import { operationsOf } from '../modules/operation-bound.ts'

const GLOSSARY = 'docs/GLOSSARY.md'

/** Words that join others and mean nothing of the domain. */
const JOINING = new Set('a all an and as at by due for from in into is my no not of on or own per the to under with without new'.split(' '))

/** The names of modules, tables, commands, queries, jobs and operations are made of words of the glossary alone. */
export const glossary: Check = tree => {
  if (!tree.has(GLOSSARY)) return [{ file: GLOSSARY, message: 'is missing; names are decided there.' }]
  const known = glossaryWords(tree)
  return namesOf(tree).flatMap(({ file, name }) => {
    const strange = wordsOf(name).filter(word => !JOINING.has(word) && !/^\d+$/.test(word) && !formsOf(word).some(form => known.has(form)))
    return strange.map((word): Finding => ({ file, message: `"${word}" in ${name} is not in ${GLOSSARY}; take its word for it, or add one.` }))
  })
}

/** Every word between backticks in the tables of the glossary. */
function glossaryWords(tree: Tree): Set<string> {
  const rows = tree.text(GLOSSARY).split('\n').filter(line => line.startsWith('|'))
  return new Set(rows.flatMap(row => [...row.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => wordsOf(name).flatMap(formsOf))))
}

function namesOf(tree: Tree): { file: string; name: string }[] {
  const modules = modulesOf(tree)
  const files = tree.files.filter(file => /^modules\/[^/]+\/(commands|queries|jobs)\/([^/]+\/)?[^/]+\.ts$/.test(file)
    && !/\/(steps|testing)\//.test(file) && !file.endsWith('.test.ts'))
  return [
    ...modules.map(name => ({ file: `modules/${name}`, name })),
    ...tablesOf(tree).map(({ name, file }) => ({ file, name })),
    ...files.map(file => ({ file, name: (file.split('/').at(-1) ?? '').replace(/\.ts$/, '') })),
    ...modules.flatMap(module => operationsOf(tree, module).map(name => ({ file: `modules/${module}/contract.ts`, name }))),
  ]
}

/** child-case, child_cases, childCase → its words in small letters. */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean)
}

/** A word and what it may be the plural, the past or the -ing of. */
function formsOf(word: string): string[] {
  const endings: [RegExp, string][] = [[/ies$/, 'y'], [/es$/, ''], [/s$/, ''], [/ed$/, ''], [/ed$/, 'e'], [/ing$/, ''], [/ing$/, 'e']]
  return [word, ...endings.filter(([ending]) => ending.test(word)).map(([ending, instead]) => word.replace(ending, instead))]
}
