import { useWords } from '../words.ts'

/** The flame that is handed on: the product's mark. */
export function FlameMark() {
  return (
    <svg className="xh-flame" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#c8102e" />
      <path
        fill="#fff"
        d="M16.6 5c.5 3.4-1.2 5.3-3 7.3-1.9 2-3.9 4.2-3.9 7.5 0 4.1 2.9 7.2 6.5 7.2s6.3-2.9 6.3-6.6
          c0-2.3-.9-4.2-2.1-6-.3 1.4-.9 2.3-1.9 2.9.5-4.7-.5-8.9-1.9-12.3z"
      />
      <path fill="#c8102e" d="M16.3 24.8c-1.9 0-3.2-1.4-3.2-3.2 0-2.1 1.7-3.1 2.6-5.1 2 1.7 3.5 3.2 3.5 5.2 0 1.8-1.2 3.1-2.9 3.1z" />
    </svg>
  )
}

export function Brand() {
  const words = useWords()
  return (
    <span className="xh-brand">
      <FlameMark />
      <span className="xh-brand-name">{words.product}</span>
      <span className="xh-brand-line">{words.productLine}</span>
    </span>
  )
}
