import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { withFilter, type Search } from './address.ts'

/** The page's part of the address behind `?`, and a way to change one entry of it without a new step in the history. */
export function useAddress<Filters extends Search = Search>() {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const replace = useCallback(
    (next: (before: Search) => Search) => navigate({ to: '.', search: ((before: Search) => next(before)) as never, replace: true }),
    [navigate],
  )
  const set = useCallback((key: string, value: unknown) => void replace(before => withFilter(before, key, value)), [replace])
  const clear = useCallback(
    (keys: readonly string[]) => void replace(before => keys.reduce((rest, key) => withFilter(rest, key, ''), before)),
    [replace],
  )
  return { search: search as Partial<Filters>, set, clear }
}
