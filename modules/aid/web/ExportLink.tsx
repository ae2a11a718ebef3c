import { Button } from 'antd'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { words } from './words.ts'

/** The list as it is filtered, as a workbook. */
export function ExportLink({ path, keys }: { path: string; keys: readonly string[] }) {
  const texts = useWords(words)
  const { search } = useAddress()
  const given = keys.flatMap((key): [string, string][] => {
    const value = search[key]
    return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean' ? [[key, String(value)]] : []
  })
  return <Button href={given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`}>{texts.export}</Button>
}
