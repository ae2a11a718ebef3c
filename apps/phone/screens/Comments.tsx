import { useEffect, useRef } from 'react'
import { BigButton } from '../pieces/BigButton.tsx'
import { dayWords } from '../pieces/days.ts'
import { Icon } from '../pieces/icons.tsx'
import { Screen } from '../pieces/Screen.tsx'
import type { Places } from '../pieces/use-places.ts'
import { useToday } from '../pieces/use-today.ts'
import type { KeptComment } from '../house.ts'
import { usePhone } from '../phone-context.ts'
import { newComments } from '../rules/comments.ts'
import { tellShown } from '../steps/write-letter.ts'
import { useWords } from '../words.ts'
import type { Place } from './places.ts'

/** Shown at once on the first screen: visits have to stay in sight. */
const mostAtOnce = 2

/** What the office said of one's visits, in large letters; the rest behind a button. */
export function NewComments({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { open } = usePhone()
  const today = useToday()
  if (open === undefined || open.vault.pack.comments.length === 0) return null
  const { pack, shownAt } = open.vault
  const shown = newComments(pack.comments, shownAt, Date.parse(`${today}T00:00+08:00`)).slice(0, mostAtOnce)
  return (
    <section>
      {shown.length > 0 && <h2 className="heading"><Icon name="comment" /><span>{words.comments}</span></h2>}
      <CommentList comments={shown} />
      {shown.length < pack.comments.length && (
        <BigButton icon="comment" onTap={() => places.go({ kind: 'comments' })}>
          {words.commentsAll(pack.comments.length)}<small>{words.commentsAllLead}</small>
        </BigButton>
      )}
    </section>
  )
}

/** Everything the office said in the last weeks. */
export function CommentsScreen({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { open } = usePhone()
  const comments = open?.vault.pack.comments ?? []
  return (
    <Screen title={words.comments} onBack={places.back}>
      {comments.length === 0 && <p>{words.commentsNone}</p>}
      <CommentList comments={comments} />
    </Screen>
  )
}

function CommentList({ comments }: { comments: readonly KeptComment[] }) {
  if (comments.length === 0) return null
  return <ul className="cards">{comments.map(comment => <CommentCard key={comment.id} comment={comment} />)}</ul>
}

function CommentCard({ comment }: { comment: KeptComment }) {
  const words = useWords()
  const { house, language, open } = usePhone()
  const end = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (end.current === null) return
    // Who has come to its last line has seen it; one that lies below the edge of the screen was not read.
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void tellShown(house, comment.id)
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [house, comment.id])
  const child = open?.vault.pack.cases.find(({ caseId }) => caseId === comment.caseId)?.childName ?? words.child
  return (
    <li className="card comment">
      <p className="name"><strong>{words.says(comment.commentedName)}</strong></p>
      <p className="words">{comment.text}</p>
      <p ref={end} className="small">{words.aboutVisit(dayWords(comment.madeOn, language), child)}</p>
    </li>
  )
}
