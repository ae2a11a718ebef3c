import type { Ids } from '../scope/coverage/entry.ts'

/** What an operation takes beside the input of the scope walk, so that every text of it stands in something whole. */
export const richerInputs: Record<string, (ids: Ids) => Record<string, unknown>> = {
  'children.registerChild': () => ({
    guardians: [{ name: '佟大', relation: 'father', isPrimary: true }],
    facts: [{ subject: 'father', kind: 'work', value: 'away', fromOn: '2024-01-01', evidence: 'visit' }],
    consents: [{ kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2024-01-01' }],
  }),
}
