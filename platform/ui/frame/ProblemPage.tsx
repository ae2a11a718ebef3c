/** Pages that stand in for one that cannot be shown: not found, not permitted, broken. */
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { Component, type ReactNode } from 'react'
import { toRefusal } from '../api/refusal.ts'
import { useWords } from '../words.ts'
import { Page } from './Page.tsx'

export function NotFoundPage() {
  const words = useWords()
  return <Page title={words.notFoundTitle} lead={words.notFoundLead} width="text"><HomeLink /></Page>
}

export function NoPermissionPage() {
  const words = useWords()
  return <Page title={words.noPermissionTitle} lead={words.noPermissionLead} width="text"><HomeLink /></Page>
}

/** Chooses the right page for whatever went wrong, with the number under which the server logged it. */
export function ProblemPage({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const words = useWords()
  const refusal = toRefusal(problem)
  // A page only asks: where what it asks with is refused, the address was mistyped or cut off, and there is nothing on the page to correct.
  if (refusal.code === 'NOT_FOUND' || refusal.code === 'INVALID_INPUT') return <NotFoundPage />
  if (refusal.code === 'FORBIDDEN') return <NoPermissionPage />
  const isDefect = refusal.code === 'DEFECT' || refusal.status >= 500
  return (
    <Page title={words.brokenTitle} lead={isDefect ? words.brokenLead : refusal.message} width="text">
      {refusal.requestId && <p>{words.requestId}{words.colon}<code>{refusal.requestId}</code></p>}
      <div className="xh-actions">
        {onRetry && <Button type="primary" onClick={onRetry}>{words.retry}</Button>}
        <HomeLink />
      </div>
    </Page>
  )
}

function HomeLink() {
  const words = useWords()
  return <Link to="/" className="xh-button-link">{words.goHome}</Link>
}

type BoundaryProps = { children: ReactNode; fallback: (problem: unknown, retry: () => void) => ReactNode }

/** Catches what a page throws while drawing itself, so that the frame around it stays usable. */
export class ProblemBoundary extends Component<BoundaryProps, { problem: unknown }> {
  override state: { problem: unknown } = { problem: undefined }

  static getDerivedStateFromError(problem: unknown) {
    return { problem }
  }

  override render() {
    const { problem } = this.state
    if (problem === undefined) return this.props.children
    return this.props.fallback(problem, () => this.setState({ problem: undefined }))
  }
}
