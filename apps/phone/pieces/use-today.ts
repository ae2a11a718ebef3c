import { useState } from 'react'
import type { LocalDate } from '#platform/values/local-date.ts'
import { dayOf } from './days.ts'

/** The day on which a screen was opened; a page left alone over night is locked and opens anew. */
export function useToday(): LocalDate {
  const [today] = useState(() => dayOf(Date.now()))
  return today
}
