import { modulesOf, type Check } from '../tree.ts'

const PARTS = new Set(['README.md', 'contract.ts', 'index.ts', 'module.ts', 'access.ts', 'rules', 'commands', 'queries', 'jobs', 'exchange', 'web'])
const NEEDED = ['README.md', 'contract.ts', 'module.ts']

/** Every module has the same parts, so that whoever knows one knows all. */
export const standardParts: Check = tree => modulesOf(tree).flatMap(name => {
  const folder = `modules/${name}`
  const parts = new Set(tree.files.filter(file => file.startsWith(`${folder}/`)).map(file => file.split('/')[2] ?? ''))
  const missing = NEEDED.filter(part => !parts.has(part)).map(part => ({ file: `${folder}/${part}`, message: 'every module has this part.' }))
  const strange = [...parts].filter(part => !PARTS.has(part) && !/^(access|contract|module|index)\.test\.ts$/.test(part))
    .map(part => ({ file: `${folder}/${part}`, message: `not a part of a module; the parts are ${[...PARTS].join(', ')}.` }))
  return [...missing, ...strange]
})
