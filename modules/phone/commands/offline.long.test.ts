// The same property with three hundred random histories.
process.env['PROPERTY_RUNS'] ??= '300'
await import('./offline.test.ts')

export {}
