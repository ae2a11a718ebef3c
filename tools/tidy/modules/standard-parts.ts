import { modulesOf, type Check } from '../tree.ts'

const PARTS = new Set([
  'README.md', 'contract.ts', 'contract', 'index.ts', 'module.ts', 'access.ts', 'rules', 'commands', 'queries', 'jobs', 'exchange', 'web',
])
/** The demo has its bulk loader besides: docs/decisions/0011. */
const LOADER = 'modules/demo/load'
/** Parts by which a module is asked from outside; one that only lends others its rules (the demo) needs no contract. */
const SERVING = ['commands', 'queries', 'jobs', 'exchange', 'web']

/** Every module has the same parts, so that whoever knows one knows all. What would be empty is left out. */
export const standardParts: Check = tree => modulesOf(tree).flatMap(name => {
  const folder = `modules/${name}`
  const parts = new Set(tree.files.filter(file => file.startsWith(`${folder}/`)).map(file => file.split('/')[2] ?? ''))
  const needed = ['README.md', ...(SERVING.some(part => parts.has(part)) ? ['contract.ts', 'module.ts'] : [])]
  const missing = needed.filter(part => !parts.has(part)).map(part => ({ file: `${folder}/${part}`, message: 'every module has this part.' }))
  const strange = [...parts].filter(part => !PARTS.has(part.replace('.test.ts', '.ts')) && `${folder}/${part}` !== LOADER)
    .map(part => ({ file: `${folder}/${part}`, message: `not a part of a module; the parts are ${[...PARTS].join(', ')}.` }))
  return [...missing, ...strange]
})
