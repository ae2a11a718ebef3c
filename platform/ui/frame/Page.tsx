import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useWords } from '../words.ts'

export type PageProps = {
  title: string
  /** One sentence below the title: what this page is for or what it shows now. */
  lead?: ReactNode
  /** Buttons at the right of the title; the main one last. */
  actions?: ReactNode
  /** Where the page came from; an address and its name. */
  back?: { to: string; label: string }
  /** `text` keeps lines short enough to read; `full` is for lists and tables. */
  width?: 'text' | 'full'
  children: ReactNode
}

/** The head and the room of one page; sets the title of the browser's tab. */
export function Page({ title, lead, actions, back, width = 'full', children }: PageProps) {
  const words = useWords()
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title, words])
  return (
    <article className={width === 'text' ? 'xh-page xh-page-text' : 'xh-page'}>
      <header className="xh-page-head">
        <div className="xh-page-title">
          {back && <Link to={back.to} className="xh-back"><ArrowLeftOutlined aria-hidden="true" /> {back.label}</Link>}
          <h1>{title}</h1>
          {lead && (typeof lead === 'string' ? <p className="xh-lead">{lead}</p> : <div className="xh-lead">{lead}</div>)}
        </div>
        {actions && <div className="xh-actions">{actions}</div>}
      </header>
      {children}
    </article>
  )
}

/** A white sheet on the page with an optional heading. */
export function Sheet({ title, actions, children }: { title?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="xh-sheet" {...(title ? { 'aria-label': title } : {})}>
      {(title || actions) && (
        <div className="xh-sheet-head">
          {title && <h2>{title}</h2>}
          {actions && <div className="xh-actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
