import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { useWords } from '#platform/ui/words.ts'
import { visitWords } from './words.ts'

/** One tap for the days on which most visits were made. */
export function PastDays({ value, onPick }: { value: string | undefined; onPick: (day: string) => void }) {
  const { pastDays, usualDays } = useWords(visitWords)
  const today = chinaToday()
  const days = pastDays.map((_word, ago) => addDays(today, -ago))
  return (
    <div className="care-quick" role="group" aria-label={usualDays}>
      {pastDays.map((word, ago) => (
        <button key={word} type="button" className="xh-preset" aria-pressed={value === days[ago]} onClick={() => onPick(days[ago] ?? today)}>{word}</button>
      ))}
    </div>
  )
}
