import { addDays } from '#platform/values/local-date.ts'
import { chinaToday } from '../api.ts'

const words = ['今天', '昨天', '前天']

/** One tap for the days on which most visits were made. */
export function PastDays({ value, onPick }: { value: string | undefined; onPick: (day: string) => void }) {
  const today = chinaToday()
  const days = words.map((_word, ago) => addDays(today, -ago))
  return (
    <div className="care-quick" role="group" aria-label="常用日期">
      {words.map((word, ago) => (
        <button key={word} type="button" className="xh-preset" aria-pressed={value === days[ago]} onClick={() => onPick(days[ago] ?? today)}>{word}</button>
      ))}
    </div>
  )
}
