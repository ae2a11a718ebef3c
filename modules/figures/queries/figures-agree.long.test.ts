// The same property with three hundred random histories.
process.env['PROPERTY_RUNS'] ??= '300'
await import('./figures-agree.property.test.ts')

export {}
