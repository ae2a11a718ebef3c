import { migrationsOf } from '../sql.ts'
import { modulesOf, type Check } from '../tree.ts'

const NAME = /^(\d{4})_([a-z-]+)_[a-z0-9]+(-[a-z0-9]+)+\.sql$/
const GROUND = ['platform', 'access', 'audit', 'jobs', 'files', 'crypto', 'backup', 'database', 'settings']

/** NNNN_<module>_<verb-what>.sql: the list of migrations reads as the history of the tables. */
export const migrationNames: Check = tree => {
  const rooms = new Set([...modulesOf(tree), ...GROUND])
  const numbers = new Set<string>()
  return migrationsOf(tree).flatMap(file => {
    const [, number = '', room = ''] = NAME.exec(file.split('/').at(-1) ?? '') ?? []
    const twice = numbers.has(number)
    numbers.add(number)
    if (number === '') return [{ file, message: 'is named NNNN_<module>_<verb-what>.sql.' }]
    if (twice) return [{ file, message: `the number ${number} is taken.` }]
    return rooms.has(room) ? [] : [{ file, message: `there is no module ${room}.` }]
  })
}
