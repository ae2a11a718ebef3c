import type { Coverage } from './entry.ts'

/** The empty installation: without a session, and shut as soon as there is a city. */
export const setupCoverage: Coverage = {
  'setup.getSetupState': { walk: 'anonymous', why: 'asked before anyone can sign in' },
  'setup.listPrefectures': { walk: 'anonymous', why: 'official divisions' },
  'setup.activate': { walk: 'anonymous', why: 'a code from the server’s own screen' },
  'setup.createCity': { walk: 'anonymous', why: 'refused once there is a city' },
}
