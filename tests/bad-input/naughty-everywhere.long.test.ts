// All strings in all fields: too slow for every run.
process.env['NAUGHTY_SHARE'] = '1'
await import('./naughty-everywhere.test.ts')

export {}
