export { accountsFileOf } from './load/accounts-file.ts'
export type { DemoAccount } from './load/load-accounts.ts'
export { DemoRefused, loadDemoCity, type DemoWish, type LoadedDemo } from './load/load-demo-city.ts'
