/**
 * Files that take many seconds, the longest first: begun at the end, one of them would keep one worker busy while the other has
 * nothing left to do. On a fresh clone nothing is known of earlier runs, and the size of a file says little.
 */
export const longFiles = [
  'tests/long/killed-program.long.test.ts',
  'tests/journeys/every-page.test.ts',
  'tests/scope/scope-walk.test.ts',
  'tests/bad-input/naughty-everywhere.test.ts',
  'platform/backup/restore.test.ts',
  'modules/demo/load/load-demo-city.test.ts',
  'apps/cli/installation.test.ts',
  'platform/database/embedded/killed.test.ts',
  'platform/audit/verify.test.ts',
  'platform/database/embedded/account.test.ts',
  'platform/database/embedded/start.test.ts',
  'modules/organization/exchange/import-posts.test.ts',
  'tests/bad-input/every-field.test.ts',
  'modules/organization/jobs/move-rows.test.ts',
]
