import { useAddress } from '#platform/ui/list/use-address.ts'
import { moneySources } from '../contract.ts'

/** Unit and period as they stand in the address; what is missing is the caller's own unit and the current year. */
export type FigureAddress = { unit?: string; period?: string }

/** Which part of a figure of money, as it stands in the address. */
export type SplitAddress = { fund?: string; source?: MoneySource }
type MoneySource = (typeof moneySources)[number]

/** Reads unit and period from the address, and changes them. */
export function useFigureAddress() {
  const { search, set } = useAddress()
  const text = (key: string) => {
    const value = search[key]
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
  }
  const [unit, period] = [text('unit'), text('period')]
  const asked: FigureAddress = { ...(unit === undefined ? {} : { unit }), ...(period === undefined ? {} : { period }) }
  const [fund, source] = [text('fund'), moneySources.find(one => one === text('source'))]
  const split: SplitAddress = { ...(fund === undefined ? {} : { fund }), ...(source === undefined ? {} : { source }) }
  return { asked, split, text, set }
}

/** Address of the rows behind a figure. */
export const rowsPath = (code: string, asked: FigureAddress): string => `/figures/${code}${queryOf(asked)}`

/** What stands behind `?`, empty parts left out. */
export function queryOf(parts: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

const pathOfKind: Readonly<Record<string, string>> = {
  unit: '/units', volunteer: '/volunteers', child: '/children', case: '/cases', visit: '/visits', plan: '/plans', referral: '/referrals',
  'rights-request': '/rights-requests', 'aid-act': '/aid-acts', wish: '/wishes', gift: '/gifts', award: '/awards', project: '/projects',
  'mandatory-report': '/safeguarding/reports',
}

/** Address of a counted record; whether it may be opened is asked there, by today's rights. */
export const recordPath = (row: { opens: { kind: string; id: string } }): string => {
  const path = pathOfKind[row.opens.kind]
  return path === undefined ? '/' : `${path}/${row.opens.id}`
}
