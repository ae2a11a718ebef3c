// The same test with a million operations.
export {}

process.env['XINHUO_LEDGER_OPERATIONS'] ??= '1000000'
await import('./random-operations.test.ts')
